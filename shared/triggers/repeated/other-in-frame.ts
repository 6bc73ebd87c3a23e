import { type Asked, RARE } from './asked.ts'
import type { Lexicon } from './lexicon.ts'
import { meaningsOf } from './meanings.ts'
import type { RepeatModel } from './model.ts'

// Around two words there is no frame to speak of.
const SHORTEST_FRAME = 3
const FIGURE = /^\p{N}/u
/** A slip of the finger and an ending leave the beginning as it is. */
const BEGINNING = 2

/**
 * Whether two messages are word for word the same but for one figure or one telling word: "Are you open on Monday?" and
 * "… on Sunday?" ask two things. Another spelling, another ending or another word for the same thing does not.
 */
export const otherInFrame = (one: Asked, other: Asked, model: RepeatModel): boolean => {
  const slot = slotOf(one.folded.split(' '), other.folded.split(' '))
  if (slot === undefined) return false
  if (slot.every((word) => FIGURE.test(word))) return true
  const [left, right] = slot
  if (left.slice(0, BEGINNING) === right.slice(0, BEGINNING)) return false
  const lexicons = model.spoken([...one.units, ...other.units])
  return slot.every((word) => tells(word, lexicons)) && !meanTheSame(left, right, lexicons)
}

const slotOf = (one: readonly string[], other: readonly string[]): readonly [string, string] | undefined => {
  if (one.length !== other.length || one.length < SHORTEST_FRAME) return undefined
  const apart = one.flatMap((word, at): (readonly [string, string])[] =>
    word === other[at] ? [] : [[word, other[at] ?? '']],
  )
  return apart.length === 1 ? apart[0] : undefined
}

const tells = (word: string, lexicons: readonly Lexicon[]): boolean =>
  word.length > 1 && lexicons.every(({ common }) => (common.get(word) ?? RARE) === RARE)

const meanTheSame = (one: string, other: string, lexicons: readonly Lexicon[]): boolean =>
  lexicons.some((lexicon) => {
    const meant = meaningsOf([one], lexicon)
    return [...meaningsOf([other], lexicon).keys()].some((meaning) => meant.has(meaning))
  })
