import { isSmallTalk } from '../../knowledge/small-talk.ts'
import { wordsOf } from '../../knowledge/words.ts'

const pieces = /(?<=[.!?,;\n])\s+/u
/** "Hello everyone", "many thanks in advance": a greeting or thanks, and so many words more. */
const more = 2
const longest = 6

const isCourtesy = (piece: string): boolean => {
  if (piece.includes('?')) return false
  const words = wordsOf(piece)
  if (words.length > longest) return false
  return Array.from({ length: Math.min(more + 1, words.length) }, (_, dropped) =>
    words.slice(0, words.length - dropped).join(' '),
  ).some(isSmallTalk)
}

/** What is asked, without the greetings before and the thanks after it; all of it where nothing else is said. */
export const withoutCourtesies = (text: string): string => {
  const said = text.split(pieces)
  if (said.length < 2) return text
  return said.filter((piece) => !isCourtesy(piece)).join(' ') || text
}
