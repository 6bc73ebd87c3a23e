import { type Entry, questionsOf } from './entry.ts'
import { tellMatters } from './match-usual.ts'
import { ordinaryLines } from './ordinary-lines.ts'
import { piecesOf } from './question-pieces.ts'
import type { Senses } from './senses.ts'
import type { Lessons } from './train-entries.ts'
import { usualMatters } from './usual-questions.ts'

/** Takes apart everything that a company's entries are learnt from. */
export const lessonsFor = (entries: readonly Entry[], sensesOf: Senses): Lessons => {
  const taken = (texts: readonly string[]) => texts.map((text) => piecesOf(text, sensesOf))
  const matters = usualMatters().map(({ name, lines }) => ({ name, questions: taken(lines) }))
  return {
    entries: entries.map((entry) => ({ name: entry.entry, questions: taken(questionsOf(entry)) })),
    matters,
    tellMatter: tellMatters(matters.map(({ questions }) => questions)),
    ordinary: taken(ordinaryLines(entries.flatMap(({ examples }) => examples))),
  }
}
