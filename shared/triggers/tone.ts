import { codePointIn, LETTER, runEnd } from '../words/characters.ts'
import type { Match } from './recognise.ts'

const SHOUTED_WORDS = 4
const SHOUTED_SHARE = 0.8
// Each says little alone: people leave caps lock on, and thank with three exclamation marks.
const TONE_WEIGHT = 0.27
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

/** Most words of two letters and more, and not just a few, are in capitals. No word is cut out that cannot be. */
const shouts = (message: string): boolean => {
  let [words, shouted] = [0, 0]
  for (let at = 0, end = 0; at < message.length; at = Math.max(end, at + 1)) {
    end = runEnd(message, at, LETTER)
    if (!isWord(message, at, end)) continue
    words++
    if (!isSmall(message.charCodeAt(at + 1)) && isShouted(message.slice(at, end))) shouted++
  }
  return shouted >= SHOUTED_WORDS && shouted >= words * SHOUTED_SHARE
}

const isWord = (text: string, at: number, end: number): boolean =>
  end - at > 2 || (end - at === 2 && codePointIn(text, at) <= 0xffff)

const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a

const isShouted = (word: string): boolean =>
  CAPITAL_WORD.test(word) && word === word.toUpperCase() && word !== word.toLowerCase()
