import { describe, expect, test } from 'vitest'
import { piecesOf } from '#shared/knowledge/entries/question-pieces.ts'
import { scaleOf, type Weighed, weigh, weighWords } from '#shared/knowledge/entries/weighing.ts'

const pieces = (text: string) => piecesOf(text, () => new Set())
const scale = scaleOf(['my card', 'my order', 'my refund'].map(pieces))
const length = ({ values }: Weighed) => Math.hypot(...values)

describe('a weighed text', () => {
  test('has length one where all of it is known', () => {
    expect(length(weigh(pieces('my card'), scale))).toBeCloseTo(1)
    expect(length(weighWords(pieces('my card'), scale))).toBeCloseTo(1)
  })

  test('is shorter by what nobody wrote before, and nothing where that is all', () => {
    const half = length(weighWords(pieces('card zebra'), scale))

    expect(half).toBeGreaterThan(0.5)
    expect(half).toBeLessThan(1)
    expect(length(weigh(pieces('zebra'), scale))).toBe(0)
    expect(length(weigh(pieces(''), scale))).toBe(0)
  })

  test('points more to what few have than to what all have', () => {
    const { values } = weighWords(pieces('my card'), scale)

    expect(values[1]).toBeGreaterThan(values[0] ?? 1)
  })

  test('without letters is a part of its pieces', () => {
    const [words, all] = [weighWords(pieces('my card'), scale), weigh(pieces('my card'), scale)]

    expect(words.rows).toHaveLength(2)
    expect(all.rows.length).toBeGreaterThan(8)
  })
})
