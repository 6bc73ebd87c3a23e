import { pick, seededRandom } from '#shared/words/training/random.ts'

/** Strings of one kind, one after the other, until a text is as long as wanted. */
type Kind = (random: () => number) => string

const between = (random: () => number, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

const characterIn = (random: () => number, first: number, last: number): string =>
  String.fromCodePoint(between(random, first, last))

const runOf = (random: () => number, most: number, one: Kind): string =>
  Array.from({ length: between(random, 1, most) }, () => one(random)).join('')

const BLOCK = 0x100
const BLOCKS = 0x110000 / BLOCK

const wishes = [
  'I want to talk to a human',
  'charged twice',
  'cancel my subscription',
  'my lawyer',
  'nicht mit einem Menschen',
  'no quiero hablar con nadie',
  'je veux parler à quelqu’un',
  '人工客服',
  'オペレーター',
  'not a bot but a person',
]

/** What a stranger may paste, mistype or try. */
export const kinds: Readonly<Record<string, Kind>> = {
  'one letter': (random) => characterIn(random, 0x61, 0x7a).repeat(64),
  words: (random) => pick(wishes, random) ?? '',
  spaces: () => ' '.repeat(64),
  'white space': (random) => pick(['\t', '\n', '\r', '\u00a0', '\u2003', '\u2028', '\u3000'], random) ?? '',
  'lone surrogates': (random) => String.fromCharCode(between(random, 0xd800, 0xdfff)),
  'right-to-left overrides': (random) => `\u202e${characterIn(random, 0x5d0, 0x5ea)}\u202c`,
  zalgo: (random) => characterIn(random, 0x61, 0x7a) + runOf(random, 30, () => characterIn(random, 0x300, 0x36f)),
  nulls: () => '\u0000',
  controls: (random) => characterIn(random, 0, 0x1f),
  quotes: (random) => pick(['"', "'", '’', '`', '´', '“', '«', '„', "a'"], random) ?? '',
  emoji: (random) => pick(['😡', '👨‍👩‍👧', '🇩🇪', '1️⃣', '👍🏽', '❤️'], random) ?? '',
  punctuation: (random) => pick(['.', '!', '?', ',', ';', ':', '…', '¿', '。', '—', '/', '*'], random) ?? '',
  invisible: (random) => pick(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'], random) ?? '',
  'mixed scripts': (random) =>
    characterIn(random, 0x61, 0x7a) + characterIn(random, 0x430, 0x44f) + characterIn(random, 0x4e00, 0x9fff),
  ideographs: (random) => characterIn(random, 0x4e00, 0x9fff),
  'a block of Unicode': (random) => {
    const block = between(random, 0, BLOCKS - 1) * BLOCK
    return runOf(random, 64, () => characterIn(random, block, block + BLOCK - 1))
  },
  json: () => '{"a":[{"b":"\\"\\\\",',
  html: () => '<div class="x"><script>alert(1)</script><!--',
  base64: (random) => btoa(String.fromCharCode(between(random, 0, 255), between(random, 0, 255), 7)).repeat(8),
  numbers: (random) => `${between(random, 0, 9)}${pick([',', '.', ':', ''], random)}`,
  'words without end': (random) => runOf(random, 500, () => characterIn(random, 0xe0, 0x17f)),
  'unfinished wishes': () => 'please i would like to talk to ',
  negations: (random) => pick(['not ', 'no ', 'nicht ', 'to ', 'want ', 'a ', 'never '], random) ?? '',
}

const LONGEST = 100_000
const lengths = [0, 1, 2, 3, 8, 30, 100, 400, 2_000, 9_000]
// Every two-hundredth is as long as a channel lets through.
const EACH_LONGEST = 200

const grow = (random: () => number, kind: Kind, length: number): string => {
  let text = ''
  while (text.length < length) text += kind(random)
  return text.slice(0, length)
}

/** As many texts as wanted, the same for the same seed: of one kind each, or of all kinds in turn. */
export function* hostileTexts(count: number, seed: number): Generator<string> {
  const random = seededRandom(seed)
  const all = Object.values(kinds)
  const anyOf: Kind = () => (pick(all, random) ?? String)(random)
  for (let at = 0; at < count; at++) {
    const kind = at % 3 === 0 ? anyOf : (all[at % all.length] ?? anyOf)
    const length = at % EACH_LONGEST === 0 ? LONGEST : (pick(lengths, random) ?? 0)
    yield grow(random, kind, length)
  }
}

/** A text of one kind, of a length. */
export const hostileText = (kind: Kind, length: number): string => grow(seededRandom(length), kind, length)
