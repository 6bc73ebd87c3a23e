/** "I am a premium customer": a standing that only the company's own records can tell. */
const list = (words: string): string =>
  words
    .trim()
    .split(/\s*\|\s*/)
    .join('|')
const not = '(?<!\\p{L})'
const end = '(?!\\p{L})'

const grade = list(
  'premium|vip|gold|golden|platinum|platin|platina|diamond|silver|priority|preferred|business|enterprise|corporate|loyal|long-?time|pro|plus|prime|loyalty',
)

export const standingCues = (): readonly RegExp[] => [
  new RegExp(
    `${not}I(?:['’]m| am| have been|['’]ve been)(?: (?:also|already|actually|after all|even))?(?: (?:a|an|your|one of your))? (?<value>(?:very )?(?:${grade})(?:[- ](?:plus|tier|level))? (?:customer|member|client|subscriber|user|partner|buyer)s?)${end}`,
    'giu',
  ),
  new RegExp(
    `${not}(?:ich bin|wir sind)(?: (?:seit \\p{L}{3,8} Jahren|doch|schon|auch|ja|übrigens)){0,2}(?: (?:ein|eine|ihr|ihre))? (?<value>(?:premium|vip|gold|platin|silber|stamm|groß|geschäfts|firmen|neu)-? ?(?:kunden?|kundin|mitglied))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}je suis(?: (?:aussi|déjà|pourtant))?(?: (?:un|une|votre))? (?<value>(?:client|cliente|membre|abonnée?) (?:premium|vip|gold|or|platine|argent|fidèle|privilégiée?|professionnel))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}(?<![nN]o )soy(?: (?:también|ya))?(?: (?:un|una))? (?<value>(?:cliente|clienta|miembro|socio|socia) (?:premium|vip|gold|oro|platino|plata|preferente|fiel))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}(?<!non )sono(?: (?:anche|già))?(?: (?:un|una))? (?<value>(?:cliente|membro|socio) (?:premium|vip|gold|oro|platino|argento|fedele))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}(?<!não )sou(?: (?:também|já))?(?: (?:um|uma))? (?<value>(?:cliente|membro|assinante|sócio) (?:premium|vip|gold|ouro|platina|prata|fiel))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}ik ben(?: (?:ook|al))?(?: (?:een|uw))? (?<value>(?:premium|vip|gold|gouden|platina|vaste|zakelijke)[- ]?(?:klant|lid))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}(?:jag är|jeg er|jeg er jo)(?: (?:en|ju))? (?<value>(?:premium|vip|guld|gold|platina|platin|stam)-?(?:kund|kunde|medlem))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}(?<!nie )jestem(?: (?:waszym|państwa))? (?<value>(?:klientem|klientką) (?:premium|vip|gold)|(?:stałym|stałą) (?:klientem|klientką))${end}`,
    'giu',
  ),
  new RegExp(
    `${not}(?<!не )я (?<value>(?:премиум|вип|vip|золотой|постоянный|постоянная)[- ](?:клиент|клиентка))${end}`,
    'giu',
  ),
  new RegExp(`${not}(?<value>(?:premium|vip|gold|altın) müşteri)(?:niz)?(?:yim|im)${end}`, 'giu'),
  /(?:私は)?(?<value>(?:プレミアム|ゴールド|VIP|プラチナ)(?:会員|メンバー|顧客))です(?!か)/gu,
  /我是(?:你们的)?(?<value>(?:VIP|vip|高级|金牌|白金|黄金|尊贵)(?:客户|会员|用户))(?!吗)/gu,
]

/** "What if I were …": supposed, and not said. */
export const supposed =
  /(?<!\p{L})(?:if|once|when|whether|until|unless|like|think|wenn|falls|ob|sobald|si|quand|cuando|se|quando|of|om|hvis|jeśli|gdy|czy|если|когда|eğer)[\s,]{1,2}$/iu

/** A model's sentence that speaks of somebody's standing, or of their being known, says more than anybody verified. */
export const speaksOfStanding =
  /(?<!\p{L})(?:premium|vip|gold(?:en)?|platin\p{L}{0,3}|diamond|stammkund\p{L}{0,3}|loyal|verif\p{L}{1,10}|authenti\p{L}{1,10}|authori[sz]ed|identified|legitimiert|vérifié\p{L}{0,3})(?!\p{L})|プレミアム|ゴールド会員|本人確認|认证|高级(?:客户|会员)/iu
