/**
 * What a claim is known by, in the languages where it is safe. Each expression sees a bounded part of a message and takes
 * bounded steps; what may as well be a quantity, a price, a date or the company's own address is left out.
 */
const words = (list: string): string => list.trim().split(/\s+/).join('|')

const notInWord = '(?<![\\p{L}\\p{N}])'

const orderCues = words(`
  orders? purchase bestell bestelling bestel auftrag commande pedido orden ordine encomenda ordre ordren beställning
  bestilling zamówieni objednávk заказ замовленн sipariş 注文 ご注文 订单 訂單 주문 الطلب طلبي طلب`)
const invoiceCues = words(`
  invoice bill rechnung facture factura fattura fatura factuur faktur счёт-фактур счет-фактур рахун請求 請求書 发票 發票
  청구서 فاتورة الفاتورة`)
const customerCues = words(`
  customer client member membership kunden kund mitglied cliente socio membre klant kunde klient zákaznick клиент клієнт
  müşteri 顧客 お客様 客户 客戶 会员 고객 العميل`)
const accountCues = words(`
  account konto compte cuenta conto conta rekening účt счёт счет рахунок hesap 口座 アカウント 账户 账号 帳號 계좌 계정 الحساب`)

/** Between what is numbered and its number. */
const numberWords = words(`
  number numbers no nr num n №  nummer nummeret numret id code numéro número numero numer číslo номер numarası numaram no'su
  番号 号 号码 號 號碼 번호 رقم`)
const links = words(`
  is with the mit der lautet ist est es è é er är to je con el avec le com o il met de del della di du z with hat die
  は が 是 为 為 은 는 가 هو my`)
const between = `(?:[\\s:=#.,°º(–-]{0,3}(?:${numberWords}|${links})(?![a-zà-ž])){0,4}[\\s:=#.°º(–-]{0,3}`
const numbered = (cues: string) =>
  new RegExp(
    `${notInWord}(?:${cues})\\p{L}{0,9}?(?:s?nummern?|nr|番号|번호|号码?)?${between}(?=[a-z._/-]{0,12}\\d)(?<value>[a-z0-9][a-z0-9./_-]{1,38}[a-z0-9])(?![a-z0-9@])`,
    'giu',
  )

export type ClaimedNumber = 'order-number' | 'invoice-number' | 'customer-number' | 'account-number'

export const numberCues = (): Readonly<Record<ClaimedNumber, RegExp>> => ({
  'invoice-number': numbered(invoiceCues),
  'order-number': numbered(orderCues),
  'customer-number': numbered(customerCues),
  'account-number': numbered(accountCues),
})

/** Says that a number follows, so that it needs fewer digits to be one. */
export const saysNumber =
  /(?:number|nummer|\bnr|\bno[.: ]|[#№]|n[°º]|num[eé]ro|número|numer|číslo|номер|numaras|番号|号|號|번호|رقم|\bid\b|code)/iu
/** What makes a number a price, a quantity or a size. */
export const unitBehind =
  /^\s?(?:[€$£¥%°]|(?:eur|usd|gbp|euros?|dollars?|pounds?|reais|francs?|kronor|kroner|kr|zł|złotych|zl|kč|korun|руб\p{L}*|гривень|грн|tl|lira|pcs|pieces?|units?|items?|lamps?|bulbs?|stück|stk|lampen|leuchten|pièces?|lampes?|piezas|lámparas|lampadas|lâmpadas|lampade|unidades|pezzi|stuks|stycken|lampor|sztuk|lamp|kusů|lamp|штук|ламп|adet|lamba|watts?|w|volt|v|mm|cm|m|km|kg|g|ml|l|lumens?|days?|tagen?|jours|días|giorni|dias|weeks?|minutes?|hours?|stunden|uhr|am|pm|years?|times|people)(?!\p{L})|(?:دولار|ريال|درهم|جنيه)|円|元|块|원|個|个|개|日|天|年|月|ワット)/iu
/** "I would like to order 500": something done, and not the name of a thing. */
export const verbBefore = /(?:^|\s)(?:to|i|we|you|can't|cannot|please|could|would|can|not|and)\s{1,2}$/iu

export const emails = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z0-9@-])/giu
/** Mailboxes of a company: who writes names them, and does not live there. */
export const roleMailbox =
  /^(?:support|info|help|helpdesk|contact|kontakt|service|kundenservice|customer\.?-?(?:service|care)|no-?_?reply|do-?not-?reply|sales|billing|admin|office|hilfe|hello|team|news(?:letter)?|orders?|returns?|mailer-daemon|postmaster|webmaster|privacy|legal|security|contacto|ayuda|soporte|atencion\w*|suporte|atendimento|assistenza|aide|serviceclient|contatto|pomoc|bok|podpora)@/iu
/** From somebody else, or to them. */
export const anotherMailbox =
  /(?:(?:e-?mails?|mails?|message|letter|correo|courriel|nachricht|bericht|письмо)\s{1,2}(?:\p{L}{1,12}\s{1,2}){0,2}(?:from|von|de|da|van|från|fra|od|от|від)|(?:wrote|written|writing|write|emailed|mailed) (?:to )?|geschrieben an|écrit à|escribí a|escrito a|scritto a|escrevi para|geschreven naar|skrev till|skrev til|napisałem do|napisałam do|psal na|писал[аи]? на|писал[аи]? в)\s{0,2}$/iu

export const internationalPhones = /(?<![\p{L}\p{N}+.])(?:\+|00)[1-9](?:[\s()./-]{0,2}\d){7,13}(?!\d)/gu
export const localPhones = /(?<![a-z\d+.,:/-])\(?\d(?:[\s()/-]{0,2}\d){6,12}(?![a-z\d:]|[.,]\d)/giu
/** Of the customer's own: in front of a number that does not begin with a plus. */
export const phoneCue =
  /(?:phone|mobile|\bcell|(?<!\p{L})tel(?!\p{L})|call me|text me|reach me|ring me|whatsapp|handy|telefon|rufnummer|erreichbar unter|rufen sie mich|téléphone|portable|joignable au|appelez-moi|teléfono|móvil|celular|llámenme|telefono|cellulare|chiamatemi|telefone|telemóvel|ligue para|telefoon|mobiel|bel me|mobil|zadzwo|zavolejte|телефон|позвоните мне|зателефонуйте|電話|携帯|手机|電話|电话|전화|휴대폰|هاتف|جوال|اتصلوا بي)[^!?\n]{0,24}$/iu
/** Somebody else's: the company's own line, or who called. */
export const anotherPhone =
  /(?:\b(?:i|we|already|have|just) (?:called|rang|dialled|dialed|tried)|hotline|helpline|your (?:\p{L}{1,12} ){0,2}(?:number|phone|line)|called (?:me )?from|call from|ihre (?:telefon)?nummer|angerufen|votre numéro|j['’]ai appelé|su número|llamé al?|vostro numero|ho chiamato|vosso número|liguei para|uw nummer|ert nummer|dzwoni(?:łem|łam)|volal[aи]?|звонил[аи]?|дзвони(?:в|ла))[^!?\n]{0,24}$/iu

export const accountsByIban =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu
