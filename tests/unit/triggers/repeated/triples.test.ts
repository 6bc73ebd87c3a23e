import { describe, expect, test } from 'vitest'
import { ask, hear } from '#shared/triggers/repeated/asked.ts'
import { triplesOf } from '#shared/triggers/repeated/triples.ts'
import { repeats } from '#tests/support/listen.ts'

const model = repeats()

const triples = (...texts: string[]) => {
  const heard = texts.map(hear)
  const lexicons = model.spoken(heard.flatMap(({ units }) => units))
  const [newest, ...before] = heard.map((one) => ask(one, lexicons, model.telling))
  return newest === undefined ? [] : triplesOf(newest, before, model)
}

describe('the newest message stands', () => {
  test('with each two earlier ones that may ask the same', () => {
    const found = triples('where is my parcel', 'where is my package', 'my parcel, where is it', 'the parcel, where')

    expect(found.map(({ one, other }) => [one, other])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
  })

  test('not with those that have nothing to do with it', () => {
    expect(triples('where is my parcel', 'i want to change my password', 'is the pool heated')).toEqual([])
  })

  test('not with one alone', () => {
    expect(triples('where is my parcel', 'where is my package')).toEqual([])
  })
})
