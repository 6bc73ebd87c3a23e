import { describe, expect, test } from 'vitest'
import { type PieceCounts, piecesOf } from '#shared/knowledge/entries/question-pieces.ts'
import { foldedWords, stemsOf } from '#shared/knowledge/entries/stems.ts'

const pieces = (text: string) => piecesOf(text, (stems) => new Set(stems.includes('card') ? ['card'] : []))
const shared = (one: PieceCounts, other: PieceCounts) => [...one.keys()].filter((piece) => other.has(piece)).length

describe('a question in pieces', () => {
  test('has the same words as another form of it, and not those of a misspelt one', () => {
    expect(pieces('cards')).toEqual(pieces('CARDS!'))
    expect(shared(pieces('delivery').stems, pieces('delivry').stems)).toBe(0)
  })

  test('shares letters with a misspelt one and none with another word', () => {
    expect(shared(pieces('delivery').letters, pieces('delivry').letters)).toBeGreaterThan(5)
    expect(shared(pieces('delivery').letters, pieces('account').letters)).toBe(0)
  })

  test('has a sense only where one is heard', () => {
    expect(pieces('my card').senses.size).toBe(1)
    expect(pieces('my cat').senses.size).toBe(0)
  })

  test('counts what it says twice', () => {
    expect([...pieces('refund refund').stems.values()]).toEqual([2])
  })

  test('knows the order of characters where nothing parts words', () => {
    const [one, backwards] = [pieces('退款').letters, pieces('款退').letters]

    expect(shared(one, backwards)).toBeLessThan(one.size)
    expect(shared(pieces('zu haus').letters, pieces('haus zu').letters)).toBe(pieces('zu haus').letters.size)
  })
})

test('a letter is judged by its first words', () => {
  expect(foldedWords('word '.repeat(10_000)).length).toBe(150)
  expect(stemsOf('')).toEqual([])
})
