import { expect, test } from 'vitest'
import { Notes } from '#shared/words/notes.ts'
import { Remembered } from '#shared/words/remembered.ts'

const filled = (least: number, count: number): Remembered<number, string> => {
  const remembered = new Remembered<number, string>(least)
  for (let key = 0; key < count; key++) remembered.set(key, `made ${key}`)
  return remembered
}

test('keeps the newest, and never more than twice as many', () => {
  const remembered = filled(10, 1_000)

  expect(remembered.size).toBeLessThanOrEqual(20)
  expect(Array.from({ length: 10 }, (_, at) => remembered.get(990 + at))).toEqual(
    Array.from({ length: 10 }, (_, at) => `made ${990 + at}`),
  )
  expect(remembered.get(0)).toBeUndefined()
})

test('keeps what is asked for, however much else comes', () => {
  const remembered = filled(10, 1)

  for (let key = 1; key < 100; key++) {
    remembered.get(0)
    remembered.set(key, `made ${key}`)
  }

  expect(remembered.get(0)).toBe('made 0')
  expect(remembered.get(50)).toBeUndefined()
})

test('notes on one word are each reader’s own', () => {
  const [word, other] = [{ notes: [] }, { notes: [] }]
  const [one, two] = [new Notes<string>(), new Notes<number>()]

  one.put(word, 'anchor')
  two.put(word, 7)

  expect([one.of(word), two.of(word), one.of(other)]).toEqual(['anchor', 7, undefined])
})
