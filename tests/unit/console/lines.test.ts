import { expect, test } from 'vitest'
import { longestOf, placeOf, type TeamLine, waitedSeconds, watchSeconds } from '#console/desk/lines.ts'
import { ms, waiting } from './sample.ts'

const line = (id: string, ...waits: TeamLine['waiting']): TeamLine => ({
  team: { id, name: id, languages: ['en'], open: true, waiting: waits.length, capacity: 3 },
  waiting: waits,
  more: false,
})

test('the next conversation is the one that has lasted longest in any of the lines', () => {
  const lines = [line('care', waiting('b', 50)), line('billing', waiting('a', 20)), line('legal')]

  expect(longestOf(lines, ['care', 'billing', 'legal'])).toBe('billing')
})

test('it is looked for in the lines taken from only', () => {
  const lines = [line('care', waiting('b', 50)), line('billing', waiting('a', 20))]

  expect(longestOf(lines, ['care'])).toBe('care')
  expect(longestOf(lines, [])).toBeUndefined()
})

test('a head start counts as if the conversation had begun that much earlier', () => {
  const lines = [line('care', waiting('a', 20)), line('billing', waiting('b', 50, { headStartSeconds: 31 }))]

  expect(longestOf(lines, ['care', 'billing'])).toBe('billing')
  expect(placeOf(waiting('b', 50, { headStartSeconds: 31 }))).toBe(ms(19))
})

test('nobody in line is nobody to take', () => {
  expect(longestOf([line('care'), line('billing')], ['care', 'billing'])).toBeUndefined()
})

test('the wait in line grows with the clock from what the server told', () => {
  expect(waitedSeconds(waiting('a', 0), ms(100))).toBe(40)
  expect(waitedSeconds(waiting('a', 0), ms(160))).toBe(100)
  expect(waitedSeconds(waiting('a', 0), ms(-10))).toBe(0)
})

test('one empty line is watched as long as may be, several in turns as long as that together', () => {
  expect([1, 2, 4, 12].map(watchSeconds)).toEqual([20, 10, 5, 2])
})
