import type { LanguageSayings } from '../sayings.ts'

/** What looks like a trigger's words in languages east of Europe: work as an agent, "no agent, just tell me", "do not cancel", "you cancelled it". */
export const lookAlikes: readonly LanguageSayings[] = [
  {
    'asked-for-human': {
      sets: {
        agent: 'оператор*/менеджер*/сотрудник*/консультант*/специалист*/человек*/людин*/працівник*/спеціаліст*',
      },
      except: `
        не надо/нужен/нужна/нужно/нужны/треба/потрібен/потрібна/потрібно мне/мені? никакой/никакого/никакие/ніякий/ніякого? <agent>
        работать/устроиться/устроюсь/влаштуватися/працювати ..3 оператор*/менеджер*/консультант*/специалист*/спеціаліст*
        вакансия/вакансии/вакансія/вакансії ..1 <agent>
      `,
    },
    cancellation: {
      except: `
        не отменяй*/закрывай*/удаляй*/отключай*/аннулируй*/скасовуй*/закривай*/видаляй*
        кто/вы/почему/зачем/хто/чому/ви вы/ви? отменил/отменили/закрыли/удалили/скасував/скасували/закрили/видалили мой/мою/мне/мої/моє? заказ/бронь/запись/счет/аккаунт/билет/замовлення?
      `,
    },
  },
  {
    'asked-for-human': {
      except: `
        temsilci*/danışman*/operatör*/asistan* olarak/olmak
        temsilci*/danışman*/operatör*/insan* gerek/gerekmez/lazım yok/değil
      `,
    },
    cancellation: {
      except: `
        iptal/iptali etmeyin/etmeyiniz/etme/etmesin/etmesinler
        iptal ettiniz/ettin/etmişsiniz/etmişler/etti/ettiler/edilmiş/edildi/oldu/olmuş
      `,
    },
    legal: {
      except: `
        avukat*/hukuk* bürosu/büromuz/büro/ofisi/ofisim/ofisimiz/fakültesi/kitap*/dizi*/film*
        mahkeme* sokak/sokağı/sok/caddesi/cad/mahallesi/durağı/şubesi/dizi*/film*
      `,
    },
  },
  {
    'asked-for-human': {
      except: `
        robot/bot/machine/ai/computer hai/ho/h ya insaan/insan/human/aadmi/banda/real
        insaan/insan/human/aadmi/real hai/ho/h ya bot/robot/machine/ai/computer
        agent/executive/care ki/ka job/naukri/vacancy/kaam
      `,
    },
    cancellation: {
      except: `
        cancel/band/delete/close mat kar*/kr/kro/krna/kijiye/kijiyega
        cancel/band/delete/close na karo/karna/kare/karen/kijiye
        cancel ho gayi/gaya/gya/gyi/gai
        cancel kyu/kyun/kyo/kyon ki/kiya/kia/hua/hui
        cancellation policy/rules/charges/charge/fees/fee kya/batao/bata/kitna/kitni/kitne
      `,
    },
    legal: { except: 'lawyer/advocate/vakil hu/hoon/hun' },
  },
  {
    'asked-for-human': {
      except: `
        manusia/orang/robot/bot/mesin atau/apa manusia/orang/robot/bot/mesin/bukan
        lowongan/lamar/melamar/loker/rekrutmen ..2 agen/cs/admin/operator/customer/petugas
        jadi/menjadi agen/cs/admin/operator/reseller
        ga/gak/nggak/tidak/tak/enggak usah/perlu ke? cs/admin/operator/agen/petugas
        ga/gak/nggak/tidak/tak/enggak usah/perlu disambungkan/dihubungkan/disambungin ke? cs/admin/operator/agen/petugas
      `,
    },
    cancellation: { except: 'jangan/jgn dibatalin/dibatalkan/batalin/batalkan/dicancel/cancel/dihapus/ditutup' },
  },
  {
    'asked-for-human': {
      except: `
        상담원*/상담사*/직원*/사람 연결? 필요 없*
        상담원*/상담사*/콜센터 직원? ..1 지원하*/취업*/채용*/구인*/알바*/일하고
        không/khỏi/đừng/chẳng cần gặp/nối/gọi/chuyển? máy? nhân/tổng viên/đài
        không/khỏi/đừng/chẳng gặp/nối/gọi/chuyển máy? nhân/tổng viên/đài
        ứng/tuyển/xin tuyển/dụng/việc ..3 nhân/tổng/tư viên/đài/vấn
        人工客服几点*/人工几点*/人工服务时间*/人工服务几点*/人工客服上班*/人工客服什么时候*/人工客服招聘*/人工客服工资*
        不用转人工*/不需要人工*/不要转人工*/不用人工*/别转人工*/无需人工*
        オペレーターにはつなが*/オペレーターにつながなく*/オペレーターは不要*/オペレーターは結構*/オペレーターはいら*/担当者は不要*/担当者はいら*
        オペレーターの求人*/オペレーターに応募*/オペレーター募集*/オペレーターとして働*/担当者の求人*
      `,
    },
    cancellation: { except: '취소하지/해지하지/탈퇴하지 마*/말아*' },
  },
  {
    'asked-for-human': {
      except: `
        אתה/את/זה רובוט/בוט/אדם/אנושי/אנושית/מחשב
        רובוט/בוט/מחשב או אדם/בן/אנושי/אנושית
        אדם/אנושי/אנושית או רובוט/בוט/מחשב
        דרושים/משרת/משרה/לעבוד/עבודה ..2 נציג*/מוקדן*
      `,
    },
    cancellation: {
      except: `
        אל תבטל*/תסגר*/תמחק*/תנתק*
        למה/מי/מדוע ביטל*/סגרתם/מחקתם/נסגר/התבטל* לי/לנו? את? ההזמנה/התור/החשבון?
        لا/ما تلغ*/تحذف*/تقفل*/تسكر*
        ليش/ليه/لماذا/مين انلغ*/الغيت*/لغيت*/تلغ*/لغى
        रद्द/कैंसिल/बंद/डिलीट मत कर*/कीजिए/कीजिएगा/करना
        रद्द/कैंसिल हो गई/गया/गयी
      `,
    },
  },
]
