import { expect, test } from 'vitest'
import { lessonsFor } from '#shared/knowledge/entries/lessons.ts'
import { ordinaryLines } from '#shared/knowledge/entries/ordinary-lines.ts'
import { usualMatters } from '#shared/knowledge/entries/usual-questions.ts'

const entries = [
  { entry: 'a', title: 'Opening hours', examples: ['when do you open', 'open on sunday'] },
  { entry: 'b', examples: ['do you repair lamps'] },
]
const lessons = lessonsFor(entries, () => new Set())

test('a company’s entries are learnt by their titles and questions', () => {
  expect(lessons.entries.map(({ name, questions }) => [name, questions.length])).toEqual([
    ['a', 3],
    ['b', 2],
  ])
})

test('beside them stand the usual matters and the everyday lines of its languages', () => {
  expect(lessons.matters.map(({ name }) => name)).toEqual(usualMatters().map(({ name }) => name))
  expect(lessons.ordinary).toHaveLength(ordinaryLines(['when do you open']).length)
})
