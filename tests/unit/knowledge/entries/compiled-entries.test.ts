import { describe, expect, test } from 'vitest'
import { packEntries, unpackEntries } from '#shared/knowledge/entries/compiled-entries.ts'
import { entryJudge } from '#shared/knowledge/entries/entry-judge.ts'
import { likenessTo } from '#shared/knowledge/entries/likeness.ts'
import { piecesOf } from '#shared/knowledge/entries/question-pieces.ts'
import type { Trained } from '#shared/knowledge/entries/train-entries.ts'
import { scaleOf, weighWords } from '#shared/knowledge/entries/weighing.ts'

const pieces = (text: string) => piecesOf(text, () => new Set())
const texts = ['parcel', 'invoice', 'virtual'].map(pieces)
const scale = scaleOf(texts)
const beside = [[texts[0]], [texts[1]], [texts[2]]].map((group) =>
  group.flatMap((text) => (text ? [weighWords(text, scale)] : [])),
)

/** One class a word, by its stem alone: parcel, invoice, everything ordinary, and a neighbour. */
const trained = (): Trained => {
  const classOf = [0, 1, 3]
  const weights = new Float32Array(scale.pieces.length * 4)
  for (const [at, text] of texts.entries())
    for (const piece of text.stems.keys()) weights[scale.pieces.indexOf(piece) * 4 + (classOf[at] ?? 0)] = 12
  return {
    scale,
    fitted: { classes: 4, weights, biases: Float64Array.of(0, 0, 1, 0) },
    entries: ['parcel', 'invoice'],
    neighbours: ['bank: virtual card'],
    beside,
    likeness: likenessTo(beside),
  }
}
const compiled = packEntries(trained(), [], { slope: 0.5, offset: 0 })
const judge = entryJudge(JSON.parse(JSON.stringify(compiled)))

describe('packed weights', () => {
  test('keep what matters and leave out what says nothing', () => {
    const { starts, classes, steps } = unpackEntries(compiled)

    expect([...classes].sort()).toEqual([0, 1, 3])
    expect([...steps]).toEqual([127, 127, 127])
    expect(starts.at(-1)).toBe(3)
  })

  test('keep each piece with its rarity', () => {
    const { pieces: packed, rarities } = unpackEntries(compiled)

    expect([...packed]).toEqual(scale.pieces)
    expect(rarities[0]).toBeCloseTo(scale.rarity[0] ?? 0, 1)
  })
})

describe('judged with them', () => {
  test('a question is of the entry whose word it has', () => {
    expect(judge('the parcel')).toMatchObject({ entry: 'parcel', unheard: ['the'] })
    expect(judge('the parcel').confidence).toBeGreaterThan(judge('the').confidence)
    expect(judge('invoice').entry).toBe('invoice')
  })

  test('a neighbouring matter is named where it fits better than all entries, and only there', () => {
    expect(judge('virtual').neighbour).toBe('bank: virtual card')
    expect(judge('virtual').confidence).toBeLessThan(judge('parcel').confidence)
    expect(judge('parcel')).not.toHaveProperty('neighbour')
  })

  test('what is merely ordinary has no neighbour', () => {
    expect(judge('good morning')).not.toHaveProperty('neighbour')
  })
})
