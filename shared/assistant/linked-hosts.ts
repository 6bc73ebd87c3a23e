/** A bare name that programs make a link of; others need a scheme, `www.` or a path. Words of a language are left out. */
const endings =
  'com|net|org|info|biz|io|co|app|dev|xyz|top|site|online|shop|store|club|live|link|click|pro|tech|cloud|ai|tv|cc|gg|eu|uk|de|at|ch|fr|es|nl|be|pl|ru|cn|jp|br|ca|mx|tr|se|dk|fi|cz|hu|ro|gr|kr|tw|hk|vn|th|ua|icu|me|ly|gl|gd|ws|tk|example|test'

/** What a bare name of any other ending is, and no link. */
const files =
  /^(?:pdf|png|jpe?g|gif|webp|svg|heic|tiff?|bmp|txt|csv|tsv|rtf|docx?|xlsx?|pptx?|od[tsp]|html?|xml|json|ya?ml|js|ts|css|exe|dmg|apk|mp[34]|wav|avi|mkv|eml|ics|vcf|log|ini|cfg|php|jsp)$/

const invisible = /\p{Cf}/gu
const dots = /[。．｡]/g
const plain = (text: string): string => text.normalize('NFKC').replace(invisible, '').replace(dots, '.')

const mostCodes = 3
/** As it is once whoever is sent there has decoded it, so often as anybody does. */
const decoded = (text: string, times = mostCodes): string => {
  if (times === 0 || !text.includes('%')) return text
  const once = text.replace(/(?:%[\da-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString())
  return once === text ? text : decoded(once, times - 1)
}

const place = String.raw`[^\s/\\?#<>"'()\[\]{}|,;]+`
/** No scheme is longer; looked for from the colon, as a long word would be gone through from each of its letters. */
const anyScheme = '(?<=[a-z][a-z0-9+.-]{0,31}):'
/** A browser ends a host at a backslash, others do not. */
const longerPlace = String.raw`[^\s/?#<>"'()\[\]{}|,;]+`
const schemes = [place, longerPlace].map(
  (host) =>
    new RegExp(
      String.raw`(?:${anyScheme}[/\\]{2,}|\b(?:https?|ftp|wss?):[/\\]?(?=[\p{L}\p{N}]))(${host}|\[[\da-f:.]+\])?`,
      'giu',
    ),
)
const withoutScheme = new RegExp(String.raw`(?<![:\w/\\])[/\\]{2}(${place})`, 'gu')
const bare =
  /(?<![\p{L}\p{N}@.-])((?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+(?:[\p{L}\p{N}-]{2,63}|\d))(?![\p{L}\p{N}]|[\w.+%-]{0,64}@)(?=(:\d+)?([/?#]\S)?)/gu
const mailHost = /@(?:[\p{L}\p{N}-]{1,63}\.){1,32}[\p{L}\p{N}-]{2,63}/gu
const mailbox = /[\p{L}\p{N}._%+-]+$/u
const longestMailbox = 64
const runs = /\b(?:javascript|vbscript|file|tg|sms|intent|whatsapp|data(?=:[a-z]+\/[a-z])):(?=\S)/giu
const known = new RegExp(`^(?:${endings})$`, 'u')
const numbers = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** As a browser would read it; whatever it would not is kept as it stands, and is nobody's. */
const hostOf = (authority: string): string => {
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/(?<![.:!*_~`])[.:!*_~`]+$/, '')
  return URL.parse(`http://${host}`)?.hostname.replace(/\.$/, '') ?? host
}

/** Behind a single letter: anything else is a word cut short, such as "p.es." and "m.in.". */
const shortened = /^(?:com|co|me|net|org)$/

/** In small letters or in large ones: a sentence that begins right after a full stop is none. */
const isDomain = (name: string): boolean => {
  const labels = name.split('.')
  const written = labels.pop() ?? ''
  const ending = written.toLowerCase()
  if (written !== ending && name !== name.toUpperCase() && !/^(?:Com|Net|Org|Info|Biz|Io)$/.test(written)) return false
  if (labels.every((label) => label.length === 1)) return shortened.test(ending)
  // Such as "z.B.die": what is shortened is shorter.
  const isWord = labels.some((label) => label.length > 2)
  return known.test(ending) || (isWord && /^(?:[a-z]{2,24}|xn--[a-z0-9-]+)$/.test(ending) && !files.test(ending))
}

/** What stands before a name when it is an address whatever it ends with. */
const leadsOn = /(?:=|\]\()$/

const isLink = (name: string, path: string | undefined, before: string): boolean =>
  path !== undefined || name.startsWith('www.') || isDomain(name) || numbers.test(name) || leadsOn.test(before)

const hostsIn = (said: string): readonly string[] => {
  const named = [...said.matchAll(bare)].flatMap(({ 1: name = '', 3: path, index }) =>
    isLink(name, path, said.slice(Math.max(0, index - 2), index)) && /\p{L}|^\d+(?:\.\d+){3}$/u.test(name)
      ? [hostOf(name)]
      : [],
  )
  return [
    ...[...schemes, withoutScheme].flatMap((link) => [...said.matchAll(link)].map(([, host = '']) => hostOf(host))),
    ...named,
    ...[...said.matchAll(runs)].map(([scheme]) => scheme.toLowerCase()),
  ]
}

/** The hosts of everything in a text that a program may make a link of, and the scheme of what has no host. */
export const linkedHosts = (text: string): readonly string[] => {
  const said = plain(text)
  const meant = plain(decoded(said))
  return meant === said ? hostsIn(said) : [...hostsIn(said), ...hostsIn(meant)]
}

/** Mail addresses, in small letters. */
export const mailAddresses = (text: string): readonly string[] => {
  const said = plain(text)
  return [...said.matchAll(mailHost)].flatMap(({ 0: host, index }) => {
    const box = mailbox.exec(said.slice(Math.max(0, index - longestMailbox), index))?.[0]
    return box === undefined ? [] : [`${box}${host}`.toLowerCase()]
  })
}
