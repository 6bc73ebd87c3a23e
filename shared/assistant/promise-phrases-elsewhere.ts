import type { PromisePhrases } from './promise-phrases.ts'

const opNederlands =
  "(?:collega(?:'s)?|mens|medewerk(?:er|ster)s?|persoon|iemand|team|specialist|adviseur|klantenservice)"
const poPolsku =
  '(?:konsultant\\p{L}*|czlowiek\\p{L}*|pracownik\\p{L}*|osob\\p{L}*|koleg\\p{L}*|kolezank\\p{L}*|zespo\\p{L}*|ktos|specjali\\p{L}*|doradc\\p{L}*)'
const paSvenska =
  '(?:kolleg(?:a|or)|manniska|person|medarbetare|handlaggare|radgivare|nagon|team(?:et)?|agent|specialist|kundtjanst)'
const paaDansk =
  '(?:kolleg(?:a|aer)|menneske|person|medarbejder|radgiver|nogen|team(?:et)?|agent|specialist|kundeservice)'
const turkce =
  '(?:temsilci\\p{L}*|insan\\p{L}*|kisi\\p{L}*|yetkili\\p{L}*|arkadas\\p{L}*|ekib\\p{L}*|ekip\\p{L}*|uzman\\p{L}*|biri\\p{L}*|gorevli\\p{L}*)'
const poRusski =
  '(?:оператор\\p{L}*|сотрудни\\p{L}*|специалист\\p{L}*|человек\\p{L}*|менеджер\\p{L}*|коллег\\p{L}*|команд\\p{L}*|консультант\\p{L}*)'
const poUkrainsky =
  '(?:оператор\\p{L}*|співробітник\\p{L}*|спеціаліст\\p{L}*|фахівц\\p{L}*|фахівець|людин\\p{L}*|менеджер\\p{L}*|колег\\p{L}*|команд\\p{L}*)'
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

/** The same for languages beyond the western ones. */
export const promisePhrasesElsewhere: Readonly<Record<string, PromisePhrases>> = {
  nl: {
    promises: [
      `\\b(?:ik|we|wij) (?:verbind|zet|schakel|breng|geef|stuur|draag|haal|ga|zal|heb|verbinden|zetten|schakelen|sturen|hebben|gaan|zullen) [^.!?]{0,60}\\b${opNederlands}`,
      '\\b(?:ik|we) (?:verbind|verbinden) (?:u|je) (?:nu|door|direct)',
      `\\b(?:een|onze|ons|mijn|de|iemand)(?: (?:van|echte|menselijke|ons))*(?: ${opNederlands})?(?: van (?:ons|het) team)? (?:zal|neemt|belt|gaat|komt|reageert|helpt)\\b(?! niet)[^.!?]{0,40}(?:contact|over|bellen|terug|op\\b|helpen|reager|nemen|verder)`,
    ],
    unless: '\\b(?:als|indien|wanneer|zodra|niet|nooit|geen|niemand)\\b',
  },
  pl: {
    promises: [
      `(?:przelacz\\p{L}*|polacz\\p{L}*|lacze|laczymy|przekaz\\p{L}*|przekier\\p{L}*|lacza|zawolam|powiadomilem|powiadomilam) [^.!?]{0,60}${poPolsku}`,
      `${poPolsku}[^.!?]{0,40}(?:skontaktuje|zadzwoni|odezwie|przejmie|odpowie|oddzwoni|napisze|zajmie|pomoze)`,
      '(?:zostanie|zostaniesz) [^.!?]{0,20}(?:przelaczon|polaczon|przekierowan)',
    ],
    unless: '(?<!\\p{L})(?:jesli|jezeli|gdy|kiedy|nie|nigdy|nikt|mozesz|moze)(?!\\p{L})',
  },
  sv: {
    promises: [
      `\\b(?:jag|vi) (?:kopplar|overfor|skickar|lamnar|hamtar|har|ska|kommer att|for)[^.!?]{0,60}\\b${paSvenska}`,
      `\\b(?:en|var|min|nagon|vart)(?: (?:av|fran|riktig|mansklig|vara|vart))*(?: ${paSvenska})? (?:kommer|tar over|hor av sig|ringer|kontaktar|svarar|aterkommer|hjalper)\\b(?! inte)`,
    ],
    unless: '\\b(?:om du|om ni|nar|ifall|sa fort|inte|aldrig|ingen|kan)\\b',
  },
  da: {
    promises: [
      `\\b(?:jeg|vi) (?:stiller|overforer|sender|viderestiller|giver|henter|har|skal|vil|forbinder)[^.!?]{0,60}\\b${paaDansk}`,
      `\\b(?:en|vores|min|nogen)(?: (?:af|fra|rigtig|menneskelig|vores))*(?: ${paaDansk})? (?:vil|tager over|overtager|ringer|kontakter|svarer|vender tilbage|hjælper)\\b(?! ikke)`,
    ],
    unless: '\\b(?:hvis|nar|safremt|ikke|aldrig|ingen|kan)\\b',
  },
  tr: {
    promises: [
      `${turkce}[^.!?]{0,30}(?:bagl\\p{L}+yorum|aktar\\p{L}+yorum|aktaracag\\p{L}*|baglayacag\\p{L}*|yonlendir\\p{L}+|ilettim|iletiyorum|bildirdim|aktardim|bagladim)`,
      `${turkce}[^.!?]{0,40}(?:arayacak|iletisime gececek|donus yapacak|devralacak|yanitlayacak|yardimci olacak|ilgilenecek|ulasacak)`,
    ],
    unless: '(?:\\p{L}(?:rsaniz|rseniz|rsan|rsen)|eger|istersen\\p{L}*)(?!\\p{L})',
  },
  ru: {
    promises: [
      `(?:соединяю|соединю|переключаю|переключу|перевожу|переведу|передаю|передам|передал\\p{L}?|подключаю|подключу|зову|позову|соединяем|передаем|переводим)[^.!?]{0,50}${poRusski}`,
      `${poRusski}[^.!?]{0,40}(?:свяжется|свяжутся|позвонит|перезвонит|ответит|ответят|подключится|возьмет|займется|поможет|напишет)`,
      '(?:вас|вы|тебя) (?:сеичас )?(?:соединят|переключат|переведут|будете соединены|будете переведены)',
    ],
    unless: '(?<!\\p{L})(?:если|когда|как только|не|никогда|никто|можете)(?!\\p{L})',
  },
  uk: {
    promises: [
      `(?:зєдную|з.єдную|зєднаю|з.єднаю|перемикаю|передаю|передам|переводжу|переведу|підключаю)[^.!?]{0,50}${poUkrainsky}`,
      `${poUkrainsky}[^.!?]{0,40}(?:звяжеться|зв.яжеться|зателефонує|передзвонить|відповість|підключиться|візьме|допоможе|напише)`,
    ],
    unless: '(?<!\\p{L})(?:якщо|коли|щойно|не|ніколи|ніхто|можете)(?!\\p{L})',
  },
  ar: {
    promises: [
      '(?:سأ|سوف أ|سنقوم ب|سن|أقوم ب|جار[يٍ]? |يتم )(?:حو[ّ]?لك|وصلك|قوم بتحويلك|تحويلك|حيلك|ربطك|نقلك|تصعيد|حوّلك|نحولك|نوصلك)',
      '(?:موظف|زميل|شخص|وكيل|ممثل|مندوب|فريق|أحد|مختص|مسؤول)[^.!?؟]{0,30}(?:سي|سوف ي)(?:تصل|تواصل|تولى|رد|ساعد|جيب|عاود|كتب)',
      '(?:سي|سوف ي)(?:تصل|تواصل|تولى|رد|ساعد|جيب|نضم)[^.!?؟]{0,20}(?:موظف|زميل|شخص|وكيل|ممثل|مندوب|فريق|أحد|مختص|مسؤول)',
    ],
    unless: '(?:إذا|اذا|عندما|لو |إن كنت|لن |لا يمكن|يمكنك)',
  },
  hi: {
    promises: [
      '(?:व्यक्ति|इंसान|एजेंट|प्रतिनिधि|सहकर्मी|टीम|विशेषज्ञ|अधिकारी|कोई)[^.!?।]{0,30}(?:से जोड़|से कनेक्ट|को सौंप|को भेज|को ट्रांसफर)[^.!?।]{0,12}(?:रहा|रही|रहे|दूंगा|दूंगी|दूँगा|देता|देती|दिया|करूंगा|करूंगी|करता|करती)',
      '(?:व्यक्ति|इंसान|एजेंट|प्रतिनिधि|सहकर्मी|टीम|विशेषज्ञ|अधिकारी|कोई)[^.!?।]{0,30}(?:संपर्क|कॉल|जवाब|फोन|बात|मदद)[^.!?।]{0,10}(?:करेगा|करेगी|करेंगे|देगा|देगी|देंगे)',
    ],
    unless: '(?:अगर|यदि|जब|नहीं|सकते)',
  },
  ja: {
    promises: [
      '(?:担当者|担当|オペレーター|スタッフ|人間|有人|専門|係の者|係員|同僚|チーム)[^。！？!?]{0,15}(?:お?つなぎ(?:し|いたし)|繋ぎ(?:し|いたし)|転送(?:し|いたし)|引き継(?:ぎ|が)|代わり|交代|接続(?:し|いたし)|回し)',
      '(?:担当者|担当|オペレーター|スタッフ|人間|専門|係の者|係員|同僚|チーム)(?:が|から|より)[^。！？!?]{0,25}(?:連絡(?:し|いたし|を差し上げ|させ)|電話(?:し|いたし|を)|対応(?:し|いたし|させ)|返信(?:し|いたし)|回答(?:し|いたし)|お答え(?:し|いたし)|参り)',
    ],
    unless: '(?:場合|もし|ご希望|ければ|たら|できません)',
  },
  zh: {
    promises: [
      '(?:正在|马上|馬上|现在|現在|立即|这就|這就|我会|我會|我将|我將|我来|我來|我已|已经|已經|已)[^。！？!?，]{0,8}(?:转接|轉接|转给|轉給|转到|轉到|转至|轉至|联系|聯繫|接通|连接|連接|通知|移交|转交|轉交)[^。！？!?]{0,12}(?:人工|客服|专员|專員|同事|专家|專家|工作人员|真人|团队|團隊|顾问|顧問)',
      '(?:人工|客服|专员|專員|同事|专家|專家|工作人员|工作人員|真人|团队|團隊|顾问|顧問|有人)[^。！？!?]{0,8}(?:会|會|将|將|马上|馬上|稍后|稍後|很快|即将|即將)[^。！？!?]{0,12}(?:联系|聯繫|聯絡|致电|致電|回复|回覆|接手|接管|回电|回電|服务|服務|处理|處理|协助|協助|为您|為您)',
    ],
    unless: '(?:如果|如需|若|当您|當您|不会|不會|无法|無法|可以)',
  },
  ko: {
    promises: [
      '(?:상담원|상담사|담당자|직원|사람|전문가|동료|팀)[^.!?]{0,12}(?:연결해|연결하|연결해드|전달해|전달하|전달했|넘기|넘겨|이관|바꿔)[^.!?]{0,10}(?:습니다|니다|게요|드릴|어요|중)',
      '(?:상담원|상담사|담당자|직원|사람|전문가|동료|팀)(?:이|가|에서)[^.!?]{0,20}(?:연락|전화|답변|응대|도와|처리|인계)[^.!?]{0,10}(?:드릴|할 것|하겠|할 예정|드리겠|합니다)',
    ],
    unless: '(?:경우|원하시면|필요하시면|면 |없습니다|않)',
  },
}
