import type { LanguageSayings } from '../sayings.ts'

/** A request for a person in languages not otherwise covered; scripts without spaces are matched from their beginning. */
export const elsewhere: LanguageSayings = {
  'asked-for-human': {
    sure: `
      поговорить/говорить/связаться/соедините/соедини/общаться/переключите/переведите/свяжите ..2 с/со/на ..2 человек*/оператор*/менеджер*/сотрудник*/специалист*/консультант*/живым/живого
      позовите/нужен/хочу/дайте/позови ..2 оператор*/человек*/живой/живого/менеджер*/сотрудник*
      ^ оператор/человек/оператора $
      转人工/人工/真人/人工客服/转人工客服/人工服务/我要人工/我要人工客服/找人工/转人工*/人工客服*/我要人工*/我要真人*/我想和真人*/请转人工*/我想找人工*/我要找人工*
      オペレーター*/担当者*/人と話したい*/有人対応*/人間と話*/상담원*/상담사*/사람과
      التحدث/اتحدث/أتحدث/اكلم/أكلم ..1 مع? ..1 شخص/موظف/انسان/إنسان/ممثل
      prata/tala/snakke/snakka/tale/puhua ..1 med/ihmisen/ihmiselle? ..1 människa/menneske/person/medarbetare/medarbeider/medarbejder/ihmisen
      mluvit/hovořit/hovorit s/so ..1 člověkem/operátorem/člověkom/operátorom
      vorbesc/vorbi/vorbim cu ..1 om/operator/operatorul/persoană/consultant/agent/cineva
      beszélni ..2 emberrel/ügyintézővel/operátorral/munkatárssal
      emberrel/ügyintézővel/munkatárssal ..2 beszél*
    `,
    negators: 'не nu nem inte ikke nechci',
  },
}
