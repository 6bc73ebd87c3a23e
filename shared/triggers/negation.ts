import type { Span } from './phrase-index.ts'
import type { Word } from './reading.ts'

const NEGATION_REACH = 2
// "Not a bot but a person", "never mind I want a person": after these the negation is over. Not "ma", "mas" or "mais":
// what is "but" in one language is "my" or "more" in the next.
const TURNS = new Set('i we ich wir je yo eu io ik but sondern aber sino pero maar ale lecz rather'.split(' '))
// "Not want to be put through to a": these carry a negation on.
const CARRIES = new Set(
  'to want need like wish be being get a an the me with any ever mit einem einer einen ein zu con un una de a avec un une le la com um uma per di met een'.split(
    ' ',
  ),
)
// More of them before one phrase than any sentence has.
const LONGEST_CARRY = 12

export const negated = (words: readonly Word[], { from, to }: Span, negators: ReadonlySet<string>): boolean => {
  for (let at = to - 1; at >= from; at--) {
    const text = words[at]?.text ?? ''
    if (TURNS.has(text)) return false
    if (negators.has(text)) return true
  }
  return negatedBefore(words, from, negators)
}

const negatedBefore = (words: readonly Word[], from: number, negators: ReadonlySet<string>): boolean => {
  let left = NEGATION_REACH
  const first = Math.max(0, from - LONGEST_CARRY)
  for (let at = from - 1; at >= first && left > 0; at--) {
    const word = words[at]
    if (word === undefined || word.clause !== words[from]?.clause || TURNS.has(word.text)) return false
    if (negators.has(word.text)) return true
    if (!CARRIES.has(word.text)) left--
  }
  return false
}
