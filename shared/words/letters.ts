/** Letters that no decomposition makes plain. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ё: 'е',
  // Arabic letters that writers interchange.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ـ: '',
}

/** Cyrillic and Greek letters that pass for Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('аaеeоoрpсcхxуyіiјjѕsһhԁdкkмmтtвbнhαaοoεeιiκkνvρpτtυu'.matchAll(/(.)(.)/gu), ([, from = '', to = '']) => [
    from,
    to,
  ]),
)

/** Figures and signs that stand for letters inside a word. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

// Vowel signs of Indic scripts are marks as well: only marks over Latin, Greek, Cyrillic, Hebrew and Arabic letters fall away.
const DROPPED_MARKS: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
]

const known = new Map<number, string>()

/** One character as it is compared: width, case and accents folded away; empty for one that only decorates. */
export const foldLetter = (codePoint: number): string => {
  if (codePoint >= 0x61 && codePoint <= 0x7a) return ASCII[codePoint] ?? ''
  const seen = known.get(codePoint)
  if (seen !== undefined) return seen
  const folded = fold(String.fromCodePoint(codePoint))
  known.set(codePoint, folded)
  return folded
}

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase())

const fold = (letter: string): string =>
  Array.from(letter.normalize('NFKD').toLowerCase(), (one) => (isDropped(one) ? '' : (PLAIN[one] ?? one)))
    .join('')
    .normalize('NFC')

const UNSEEN = /\p{Default_Ignorable_Code_Point}/u

const isDropped = (letter: string): boolean => {
  if (UNSEEN.test(letter)) return true
  const code = letter.codePointAt(0) ?? 0
  return DROPPED_MARKS.some(([first, last]) => code >= first && code <= last)
}

export const lookalike = (letter: string): string | undefined => LOOKALIKES[letter]
export const leet = (letter: string): string | undefined => LEET[letter]
