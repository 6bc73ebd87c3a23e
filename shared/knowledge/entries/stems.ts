import { sentencesOf } from '../../words/tokens.ts'
import { stem } from '../words.ts'

/** A question is judged by its first words: nobody asks in the two hundredth. */
const LONGEST_CHARACTERS = 1_500
const MOST_WORDS = 150

/** The words of a question as the triggers fold them: typos of case, accents, doubled letters and look-alikes are gone. */
export const foldedWords = (text: string): readonly string[] =>
  sentencesOf(text.slice(0, LONGEST_CHARACTERS))
    .flatMap(({ tokens }) => tokens.map((token) => token.text))
    .slice(0, MOST_WORDS)

export const stemsOf = (text: string): readonly string[] => foldedWords(text).map(stem)
