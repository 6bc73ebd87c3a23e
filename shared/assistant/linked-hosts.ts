/** A bare name that programs make a link of; others need a scheme, `www.` or a path. Words of a language are left out. */
const endings =
  'com|net|org|info|biz|io|co|app|dev|xyz|top|site|online|shop|store|club|live|link|click|pro|tech|cloud|ai|tv|cc|gg|eu|uk|de|at|ch|fr|es|nl|be|pl|ru|cn|jp|br|ca|mx|tr|se|dk|fi|cz|hu|ro|gr|kr|tw|hk|vn|th|ua|icu|example|test'

const invisible = /\p{Cf}/gu
const dots = /[。．｡]/g
const plain = (text: string): string => text.normalize('NFKC').replace(invisible, '').replace(dots, '.')

const place = String.raw`[^\s/\\?#<>"'()\[\]{}|,;]+`
const withScheme = new RegExp(String.raw`[a-z][a-z0-9+.-]*:[/\\]{2,}(${place}|\[[\da-f:.]+\])?`, 'giu')
const withoutScheme = new RegExp(String.raw`(?<![:\w/\\])//(${place})`, 'gu')
const bare =
  /(?<![\p{L}\p{N}@.-])((?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+(?:[\p{L}\p{N}-]{2,63}|\d))(?![\p{L}\p{N}])(?=(:\d+)?([/?#]\S)?)/gu
const mail = /[\p{L}\p{N}._%+-]+@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,63})/gu
const runs = /\b(?:javascript|vbscript|file|tg|sms|intent|whatsapp|data(?=:[a-z]+\/[a-z])):(?=\S)/giu
const known = new RegExp(String.raw`\.(?:${endings})$`, 'u')
const numbers = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** As a browser would read it; whatever it would not is kept as it stands, and is nobody's. */
const hostOf = (authority: string): string => {
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/[.:!*_~`]+$/, '')
  try {
    return new URL(`http://${host}`).hostname.replace(/\.$/, '')
  } catch {
    return host
  }
}

const isLink = (name: string, path: string | undefined): boolean =>
  path !== undefined || name.startsWith('www.') || known.test(name) || numbers.test(name)

/** The hosts of everything in a text that a program may make a link of, and the scheme of what has no host. */
export const linkedHosts = (text: string): readonly string[] => {
  const said = plain(text)
  const named = [...said.matchAll(bare)].flatMap(([, name = '', , path]) =>
    isLink(name, path) && /\p{L}|^\d+(?:\.\d+){3}$/u.test(name) ? [hostOf(name)] : [],
  )
  return [
    ...[...said.matchAll(withScheme), ...said.matchAll(withoutScheme)].map(([, host = '']) => hostOf(host)),
    ...named,
    ...[...said.matchAll(runs)].map(([scheme]) => scheme.toLowerCase()),
  ]
}

/** Mail addresses, in small letters. */
export const mailAddresses = (text: string): readonly string[] =>
  [...plain(text).matchAll(mail)].map(([address]) => address.toLowerCase())
