import { weightOf } from './content-words.ts'

const GRAM = 3
const ALIKE = 0.5
// Keeps one shared word of two short messages from meaning everything.
const DAMPING = 0.5
// Rephrasings share a fifth of their weight, different questions less: the power puts that line at one half.
const SOFTENING = 0.43

export interface Likeness {
  /** 0 to 1, different to same. */
  readonly score: number
  /** Shares more than the one thing both are about, as "lamp" is to "dim a lamp" and "return a lamp". */
  readonly strong: boolean
}

/** How much of their meaning two messages share, as sets of content words. */
export const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): Likeness => {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  if (few.size === 0) return { score: 0, strong: false }
  const shares = [...few].map((word) => weightOf(word) * nearest(word, many))
  const shared = shares.reduce((sum, share) => sum + share, 0)
  const count = shares.filter((share) => share > 0).length
  const whole = Math.sqrt((total(few) + DAMPING) * (total(many) + DAMPING))
  return { score: (shared / whole) ** SOFTENING, strong: count >= 2 || (count === 1 && many.size === 1) }
}

const total = (words: ReadonlySet<string>): number => [...words].reduce((sum, word) => sum + weightOf(word), 0)

const nearest = (word: string, words: ReadonlySet<string>): number => {
  if (words.has(word)) return 1
  const best = Math.max(...[...words].map((other) => dice(word, other)))
  return best >= ALIKE ? best : 0
}

const grams = (word: string): string[] =>
  word.length <= GRAM ? [word] : Array.from({ length: word.length - GRAM + 1 }, (_, at) => word.slice(at, at + GRAM))

/** Shared runs of three letters, as a share of all: forgives endings and slips. */
const dice = (one: string, other: string): number => {
  const [left, right] = [grams(one), new Set(grams(other))]
  return (2 * left.filter((gram) => right.has(gram)).length) / (left.length + right.size)
}
