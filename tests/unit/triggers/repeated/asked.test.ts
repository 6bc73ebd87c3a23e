import { describe, expect, test } from 'vitest'
import { hear } from '#shared/triggers/repeated/asked.ts'
import { overlap } from '#shared/triggers/repeated/sparse.ts'
import { asked, german, meaning } from './lexicons.ts'

const likeRuns = (one: string, other: string) => overlap(asked(one).runs, asked(other).runs).product

describe('two messages are folded to the same', () => {
  test.each([
    ['Where is it?', 'where is it'],
    ['WHERE IS IT!!!', 'where is it'],
    ['où est-il', 'ou est il'],
  ])('%s / %s', (one, other) => {
    expect(hear(one).folded).toBe(hear(other).folded)
  })

  test.each([
    ['where is it', 'where was it'],
    ['status of order 17', 'status of order 18'],
  ])('but not %s / %s', (one, other) => {
    expect(hear(one).folded).not.toBe(hear(other).folded)
  })
})

test('numbers are no words', () => {
  expect(hear('order 4417 please').words).toEqual(['order', 'please'])
  expect(hear('4417').words).toEqual([])
})

test('characters that no space parts are taken by twos, and one alone as it is', () => {
  expect(hear('卡在哪里').units).toEqual(['卡在', '在哪', '哪里'])
  expect(hear('卡 abc').units).toEqual(['卡', 'abc'])
})

describe('words weigh', () => {
  test('little when they are common, most when they are not', () => {
    const { weights } = asked('the lamp').rareWords

    expect([...weights].sort()).toEqual([0.5, 4.5])
  })

  test('by the lexicons that are spoken', () => {
    expect([...asked('die', [german]).rareWords.weights]).toEqual([0.5])
    expect([...asked('die').rareWords.weights]).toEqual([4.5])
  })
})

test('a slip of the finger leaves most runs of letters as they are', () => {
  expect(likeRuns('subscription', 'subscripton')).toBeGreaterThan(likeRuns('subscription', 'delivery') + 5)
})

describe('a stem without its ending or article', () => {
  test.each([
    ['환불은', '환불'],
    ['המנקה', 'מנקים'],
  ])('is run for run the same in %s and %s', (one, other) => {
    expect(likeRuns(one, other)).toBeGreaterThan(1)
  })

  test('and is not where only a letter is the same', () => {
    expect(likeRuns('환불', '환전')).toBeLessThan(likeRuns('환불', '환불은'))
  })
})

test('meanings of all languages spoken are kept, each once', () => {
  expect([...asked('card card karte paket', [german]).meanings.keys]).toEqual([meaning.parcel, meaning.card])
})

test('of a long letter the beginning counts, whole characters only', () => {
  const letter = hear(`${'lamp '.repeat(500)}${'😀'.repeat(1_000)}`)

  expect(letter.words.length).toBeLessThanOrEqual(60)
  expect(hear('😀'.repeat(1_000)).folded.isWellFormed()).toBe(true)
})

test('a message without any word holds nothing', () => {
  expect(asked('').runs.keys.length).toBe(0)
  expect(asked('?!').meanings.length).toBe(0)
})
