import type { Match } from './recognise.ts'

const SHOUTED_WORDS = 4
const SHOUTED_SHARE = 0.8
// Each says little alone: people leave caps lock on, and thank with three exclamation marks.
const TONE_WEIGHT = 0.35
const CAPITAL_WORD = /[^\p{Ll}]{2}/u
const LOUD = /!{2,}|[!?]{3,}/

/** How something is said rather than what: capitals and rows of exclamation marks. */
export const tone = (message: string): readonly Match[] => {
  const loud = LOUD.exec(message)?.[0]
  return [
    ...(shouts(message) ? [{ weight: TONE_WEIGHT, matched: message.trim() }] : []),
    ...(loud === undefined ? [] : [{ weight: TONE_WEIGHT, matched: loud }]),
  ]
}

const shouts = (message: string): boolean => {
  if (!CAPITAL_WORD.test(message)) return false
  const words = message.match(/\p{L}{2,}/gu) ?? []
  const shouted = words.filter(
    (word) => CAPITAL_WORD.test(word) && word === word.toUpperCase() && word !== word.toLowerCase(),
  )
  return shouted.length >= SHOUTED_WORDS && shouted.length >= words.length * SHOUTED_SHARE
}
