import { PROFILES } from './language-profiles.ts'

// Languages written in a script of their own need no words; with those that share it, who already writes one of them goes on in it.
const SCRIPTS: readonly (readonly [language: string, letter: RegExp, sharing?: readonly string[]])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u, ['ja', 'yue']],
  ['ko', /\p{Script=Hangul}/u],
  ['uk', /[їєґ]/u],
  ['ru', /\p{Script=Cyrillic}/u, ['uk', 'bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg']],
  ['el', /\p{Script=Greek}/u],
  ['ar', /\p{Script=Arabic}/u, ['fa', 'ur', 'ps', 'ckb']],
  ['he', /\p{Script=Hebrew}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u, ['mr', 'ne']],
]
/** Enough to tell a language; the rest of a long message only costs time. */
const REACH = 600
/** One word that only one language has is enough, one that two share is not. */
const CERTAIN = 0.6
/** The best must lead the second by this share of its own score. */
const LEAD = 0.2
const LETTERS_WEIGHT = 1
const ENDING_WEIGHT = 0.5

// Names and addresses of machines are in no language.
const ADDRESS = /\S*@\S*|https?:\S*|www\.\S*/g
const WORD = /\p{L}+(?:['’]\p{L}+)*|[¿¡]/gu
const ENGLISH_CONTRACTION = /['’](?:m|s|t|re|ve|ll|d)$/

interface Profile {
  readonly language: string
  readonly words: ReadonlySet<string>
  readonly letters: RegExp | undefined
  readonly endings: RegExp | undefined
}

const profiles: readonly Profile[] = Object.entries(PROFILES).map(([language, { words, letters, endings }]) => ({
  language,
  words: new Set(words.split(/\s+/)),
  letters,
  endings,
}))

// A word counts less the more languages have it: "la" says little, "avez" says French.
const sharing = new Map<string, number>()
for (const { words } of profiles) for (const word of words) sharing.set(word, (sharing.get(word) ?? 0) + 1)

/** The language a message is written in, as a BCP 47 base tag; `fallback` when its words do not tell. */
export const detectLanguage = (text: string, fallback?: string): string | undefined => {
  const start = text.slice(0, REACH).normalize('NFC').toLowerCase()
  const words = start.replace(ADDRESS, ' ').match(WORD) ?? []
  const scores = profiles
    .map((profile) => ({ language: profile.language, score: score(words, profile) }))
    .sort((one, other) => other.score - one.score)
  const [best, second] = scores
  if (best === undefined || second === undefined || best.score < CERTAIN) return byScript(start, fallback) ?? fallback
  return best.score - second.score >= best.score * LEAD ? best.language : (byScript(start, fallback) ?? fallback)
}

const byScript = (text: string, fallback = ''): string | undefined => {
  const [language, , sharing = []] = SCRIPTS.find(([, letter]) => letter.test(text)) ?? []
  return sharing.includes(fallback.split('-')[0] ?? '') ? fallback : language
}

const score = (words: readonly string[], { words: own, letters, endings }: Profile): number =>
  words.reduce((sum, word) => {
    const known = parts(word).reduce((total, part) => total + (own.has(part) ? 1 / (sharing.get(part) ?? 1) : 0), 0)
    const written = letters?.test(word) ? LETTERS_WEIGHT : 0
    return sum + known + written + (endings?.test(word) ? ENDING_WEIGHT : 0)
  }, 0)

/** "j'ai" is two French words, "I'm" one English one. */
const parts = (word: string): readonly string[] => (ENGLISH_CONTRACTION.test(word) ? [word] : word.split(/['’]/))
