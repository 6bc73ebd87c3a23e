import type { LanguageSayings } from '../sayings.ts'

/** A request for a person in languages not otherwise covered; scripts without spaces are matched from their beginning. */
export const elsewhere: LanguageSayings = {
  'asked-for-human': {
    sure: `
      поговорить/говорить/связаться/соедините/соедини/общаться/переключите/переведите/свяжите ..2 с/со/на ..2 человек*/оператор*/менеджер*/сотрудник*/специалист*/консультант*/живым/живого
      позовите/нужен/хочу/дайте/позови ..2 оператор*/человек*/живой/живого/менеджер*/сотрудник*
      ^ оператор/человек/оператора $
      转人工/人工/真人/人工客服/转人工客服/人工服务/我要人工/我要人工客服/找人工/转人工*/人工客服*/我要人工*/我要真人*/我想和真人*/请转人工*/我想找人工*/我要找人工*
      可以跟真人*/能跟真人*/想跟真人*/要跟真人*/可以和真人*/能和真人*/想和真人*/要和真人*
      人と話がしたい*/人と話をしたい*/人間と話がしたい*/人に代わって*/ボットではなく人*/有人たいおう*
      사람하고/사람이랑/사람과/상담원과/상담원하고/상담원이랑/상담사와/직원과/직원하고/직원이랑/책임자와/담당자와/매니저와 ..1 얘기*/이야기*/대화*/통화*/말하*/상담하*
      상담원/상담사/직원/담당자/책임자/사람 ..1 연결*/바꿔*/불러*
      オペレーター*/有人チャット*/担当者*/人と話したい*/有人対応*/人間と話*/상담원*/상담사*/사람과
      التحدث/اتحدث/أتحدث/اكلم/أكلم ..1 مع? ..1 شخص/موظف/انسان/إنسان/ممثل
      prata/pratta/tala/snakke/snakka/tale/puhua/kontakt ..1 med/ihmisen/ihmiselle? ..2 människa/menneske/person/medarbetare/medarbeider/medarbejder/handläggare/kundtjänst/ihmisen
      prata/tala/snakka med någon/nån ..1 i/på/hos er/kundtjänst/personal
      koppla ..1 mig/mej ..1 till ..1 människa/person/medarbetare/handläggare/kundtjänst
      לדבר/לשוחח/שיחה ..1 עם ..1 נציג*/אדם/בנאדם/בן/מישהו/מנהל*/מוקדן*/אחראי*
      תעביר*/העביר*/להעביר/לעבור/תחבר*/לחבר ..2 לנציג*/לאדם/לבן/למישהו/למנהל*/למוקדן*
      נציג*/מענה/מישהו/מישו ..1 אנושי*/אמיתי*
      תעביר*/העביר*/תחבר*/תקשר* אותי
      שנציג*/נציג* ..1 יחזור/יתקשר/תחזור/תתקשר ..1 אליי/אלי
      поговорити/говорити/звяжіть/зєднайте/переключіть/переведіть/покличте/потрібен/дайте ..3 людиною/людину/оператор*/менеджер*/працівник*/спеціаліст*/консультант*/живу
      mluvit/hovořit/hovorit s/so ..1 člověkem/operátorem/člověkom/operátorom
      vorbesc/vorbi/vorbim cu ..1 om/operator/operatorul/persoană/consultant/agent/cineva
      beszélni ..2 emberrel/ügyintézővel/operátorral/munkatárssal
      emberrel/ügyintézővel/munkatárssal ..2 beszél*
      μιλήσω/μιλήσουμε/επικοινωνήσω/συνομιλήσω ..1 με ..2 άνθρωπο/άτομο/εκπρόσωπο/υπάλληλο/συνεργάτη/υπεύθυνο/σύμβουλο/κάποιον
      συνδέστε/συνδέσετε/συνδέσεις/σύνδεσέ/συνδέσέτε ..2 με ..2 άνθρωπο/άτομο/εκπρόσωπο/υπάλληλο/υπεύθυνο/σύμβουλο/κάποιον
      θέλω/χρειάζομαι/ζητώ/δώστε ..2 άνθρωπο/εκπρόσωπο/υπάλληλο/υπεύθυνο
    `,
    except: `
      δεν θέλω/χρειάζομαι ..2 μιλήσω/μιλήσουμε/επικοινωνήσω/συνομιλήσω
      사람하고/사람이랑/사람과/상담원과/상담원하고/상담원이랑/상담사와/직원과/직원하고/직원이랑 ..2 싫*
      brauche/benötige/will/möchte ich? kein/keine/keinen ..1 mitarbeiter*/menschen/person/berater*/kollegen/kollegin
    `,
    negators: 'не nu nem inte ikke nechci לא אל δεν μην',
  },
}
