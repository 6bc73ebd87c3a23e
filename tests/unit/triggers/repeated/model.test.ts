import { expect, test } from 'vitest'
import { readRepeatModel } from '#shared/triggers/repeated/model.ts'
import written from '#shared/triggers/repeated/weights.json' with { type: 'json' }

const small = {
  meanings: '?where parcel card',
  telling: '1 2 3',
  pair: '-1 0.5',
  shared: '1 1 1',
  apart: '0 0 0',
  crossed: '0:2:1.5',
  aspects: '2 0 0.5',
  network: '1 2;3 4 5 6',
  triple: '0.1 0.2',
  common: { en: '0.5 the' },
  forms: { en: '1 parcel' },
}

test('numbers and words are read as training wrote them', () => {
  const model = readRepeatModel(small)

  expect(model.telling).toEqual([1, 2, 3])
  expect(model.pair.dense).toEqual([-1, 0.5])
  expect(model.pair.network).toMatchObject({ inputs: 2, out: Float64Array.of(1, 2) })
  expect(model.triple).toEqual([0.1, 0.2])
  expect(model.aspects.weights).toEqual([2, 0, 0.5])
  expect(model.lexicons[0]?.forms().exact.get('parcel')).toEqual([1])
})

test('the meanings that ask are told by their mark', () => {
  expect(readRepeatModel(small).aspects.questions).toEqual(new Set([0]))
})

test('two meanings are said for one another in either order', () => {
  const { crossed } = readRepeatModel(small).pair

  expect([crossed[0 * 3 + 2], crossed[2 * 3 + 0], crossed[0 * 3 + 1]]).toEqual([1.5, 1.5, 0])
})

test('what is checked in has a weight for each meaning, and a lexicon for each language it was written for', () => {
  const { lexicons, telling, pair, aspects } = readRepeatModel(written)

  expect([pair.shared, pair.apart].map(({ length }) => length)).toEqual([telling.length, telling.length])
  expect(lexicons.length).toBeGreaterThanOrEqual(16)
  expect(aspects.questions.size).toBe(7)
  expect(aspects.weights).toHaveLength(telling.length)
  for (const { forms } of lexicons)
    expect(Object.values(forms()).reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(50)
})
