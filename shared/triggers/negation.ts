import type { Entry, PhraseIndex, Span } from './phrase-index.ts'
import type { Word } from './reading.ts'

const NEGATION_REACH = 2
const NEIGHBOURHOOD = 4
// "Not a bot but a person", "never mind I want a person": after these the negation is over. Not "ma", "mas" or "mais":
// what is "but" in one language is "my" or "more" in the next.
const TURNS = new Set('i we ich wir je yo eu io ik but sondern aber sino pero maar ale lecz rather'.split(' '))
// "Not want to be put through to a": these carry a negation on.
const CARRIES = new Set(
  'to want need like wish be being get a an the me with any ever mit einem einer einen ein zu con un una de a avec un une le la com um uma per di met een'.split(
    ' ',
  ),
)

/** A phrase of one language, and the words that turn it into its opposite. */
export interface Saying extends Entry {
  readonly language: object
  readonly weight: number
  readonly negators: ReadonlySet<string>
}

export const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

export type Found = Span & { readonly entry: Saying }

export const negated = (words: readonly Word[], { from, to, entry: { negators } }: Found): boolean => {
  for (let at = to - 1; at >= from; at--) {
    const text = words[at]?.text ?? ''
    if (TURNS.has(text)) return false
    if (negators.has(text)) return true
  }
  return negatedBefore(words, from, negators)
}

/** Neighbouring languages share words and not their "no": what one of them hears negated, the others must not hear at all. */
export const negatedElsewhere = (words: readonly Word[], found: Found, says: PhraseIndex<Saying>): boolean => {
  const start = Math.max(0, found.from - NEIGHBOURHOOD)
  const near = words.slice(start, found.to + NEIGHBOURHOOD)
  const here = { from: found.from - start, to: found.to - start }
  for (const other of says.find(near))
    if (other.entry.language !== found.entry.language && overlap(other, here) && negated(near, other)) return true
  return false
}

const negatedBefore = (words: readonly Word[], from: number, negators: ReadonlySet<string>): boolean => {
  let left = NEGATION_REACH
  for (let at = from - 1; at >= 0 && left > 0; at--) {
    const word = words[at]
    if (word === undefined || word.clause !== words[from]?.clause || TURNS.has(word.text)) return false
    if (negators.has(word.text)) return true
    if (!CARRIES.has(word.text)) left--
  }
  return false
}
