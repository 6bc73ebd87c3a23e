import { readPhrasings } from '#infra/quarter/questions.ts'

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The parts of a question between its slots, in any order of case and marks. */
const patternOf = (question: string): RegExp =>
  new RegExp(
    question
      .split(/\{\w+\}/)
      .map((part) => escaped(letters(part).trim()))
      .join('.*?'),
    'u',
  )

/** By which matter's questions a text was written; the longest that fits decides. */
export const createLabels = (folder: string): ((text: string) => string) => {
  const patterns = readPhrasings(folder)
    .flatMap(({ matters }) => [...matters].flatMap(([matter, lines]) => lines.map((line) => ({ matter, line }))))
    .map(({ matter, line }) => ({ matter, says: patternOf(line), length: letters(line).length }))
    .toSorted((a, b) => b.length - a.length)
  return (text) => patterns.find(({ says }) => says.test(letters(text)))?.matter ?? '-'
}
