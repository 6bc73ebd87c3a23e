import { type LeavingPair, leavingPairs } from './never-mind-pairs.ts'
import { besideAnywhere, type LeavingSayings, leavingSayings } from './never-mind-sayings.ts'
import { fold } from './spelling.ts'

/** How surely a message says that nobody is needed any more: of itself, of what was said last, or it only goes beside. */
export type NeverMind = 'plain' | 'bare' | 'beside'

interface Saying {
  readonly words: string
  readonly weight: number
  /** Its script sets no spaces: the next saying may follow at once. */
  readonly joins: boolean
}

const kinds: readonly NeverMind[] = ['beside', 'bare', 'plain']
/** Longer than anybody says goodbye. */
const LONGEST = 160
const QUESTION = /[?？؟]/
/** A sad face beside it, and somebody should look. */
const PICTURE = /\p{Extended_Pictographic}/gu
const FRIENDLY = new Set('👍👌🙏🙂😊😀😄☺❤✅')
const APOSTROPHE = /['’`´]/g
const BETWEEN = /[^\p{L}\p{N}]+/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u

const spelt = (text: string): string => fold(text.replace(APOSTROPHE, '')).replace(BETWEEN, ' ').trim()

/** In either order. */
const together = ({ well, found }: LeavingPair): readonly string[] =>
  well.split('|').flatMap((one) => found.split('|').flatMap((other) => [`${one} ${other}`, `${other} ${one}`]))

const sayingsOf = (one: LeavingSayings, pair: LeavingPair | undefined): readonly Saying[] =>
  kinds.flatMap((kind, weight) =>
    [
      ...one[kind].split('|'),
      ...(kind === 'beside' ? besideAnywhere.split('|') : []),
      ...(kind === 'bare' && pair ? together(pair) : []),
    ].map((saying) => {
      const words = spelt(saying)
      return { words, weight, joins: UNSPACED.test(words) }
    }),
  )

const opened = new Map<string, readonly Saying[]>()
const sayingsIn = (language: string): readonly Saying[] => {
  const known =
    opened.get(language) ??
    sayingsOf(leavingSayings[language] ?? { plain: '', bare: '', beside: '' }, leavingPairs[language])
  opened.set(language, known)
  return known
}

/**
 * Whether a message says, and says nothing else, that nobody is needed any more. No model and no score: the whole of it has
 * to be made of known sayings of one language, so that any word more ("never mind, but still…") keeps the place.
 */
export const neverMind = (text: string): NeverMind | undefined => {
  if (text.length > LONGEST || QUESTION.test(text)) return undefined
  if ((text.match(PICTURE) ?? []).some((picture) => !FRIENDLY.has(picture))) return undefined
  const words = spelt(text)
  if (words === '') return undefined
  const best = Math.max(...Object.keys(leavingSayings).map((language) => weightOf(words, sayingsIn(language))))
  return kinds[best]
}

/** The most that the words weigh when they are taken apart into sayings; -1 when something is left over. */
const weightOf = (words: string, sayings: readonly Saying[]): number => {
  const reached = new Map([[0, 0]])
  for (let at = 0; at < words.length; at++) {
    const weight = reached.get(at)
    if (weight === undefined) continue
    for (const saying of sayings) {
      const end = endOf(words, at, saying)
      if (end !== undefined) reached.set(end, Math.max(reached.get(end) ?? 0, weight, saying.weight))
    }
  }
  return reached.get(words.length) ?? -1
}

const endOf = (words: string, at: number, { words: saying, joins }: Saying): number | undefined => {
  if (saying === '' || !words.startsWith(saying, at)) return undefined
  const end = at + saying.length
  if (words[end] === ' ') return end + 1
  return end === words.length || joins ? end : undefined
}
