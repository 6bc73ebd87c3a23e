import { describe, expect, test } from 'vitest'
import { phrasingsOf } from '#shared/triggers/repeated/training/phrasings.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { groups, talk } from './phrases.ts'

const phrasings = phrasingsOf(groups, talk, seededRandom(3))
const often = <T>(draw: () => T): readonly T[] => Array.from({ length: 200 }, draw)

test('several lines of a group are different lines, no more than it has', () => {
  const lines = phrasings.several(0, 10)

  expect(lines).toHaveLength(3)
  expect(new Set(lines).size).toBe(3)
})

describe('another group', () => {
  test('is never the same, most often of the family, always of the language', () => {
    const others = often(() => phrasings.another(0))

    expect(new Set(others.filter((other) => other !== 0))).toEqual(new Set([1, 2]))
    expect(others.filter((other) => other === 1).length).toBeGreaterThan(100)
  })

  test('is drawn from the language when the family has no other', () => {
    expect(new Set(often(() => phrasings.another(2)))).toContain(0)
  })
})

test('talk is in the language of the group', () => {
  expect(new Set(often(() => phrasings.small(0)))).toEqual(new Set(talk.en))
  expect(new Set(often(() => phrasings.small(3)))).toEqual(new Set(talk.de))
})

test('the same seed draws the same', () => {
  const draw = () => {
    const { several, another } = phrasingsOf(groups, talk, seededRandom(9))
    return [several(0, 2), another(0), several(1, 3)]
  }

  expect(draw()).toEqual(draw())
})

test('numbers up to the most are drawn, both ends included', () => {
  expect(new Set(often(() => phrasings.upTo(2)))).toEqual(new Set([0, 1, 2]))
})
