import { expect, test } from 'vitest'
import { questionsOf } from '#shared/knowledge/entries/entry.ts'

test('an entry is known by its questions and by what its article is called', () => {
  expect(questionsOf({ entry: 'en/refunds', title: 'Refunds', examples: ['where is my money'] })).toEqual([
    'Refunds',
    'where is my money',
  ])
})

test('without a title its name is read as words', () => {
  expect(questionsOf({ entry: 'card_arrival-time', examples: [] })).toEqual(['card arrival time'])
})
