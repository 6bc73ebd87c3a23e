import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate } from '#shared/knowledge/confidence.ts'
import { type Evidence, evidenceFor, weigh } from '#shared/knowledge/evidence.ts'

const counts: Readonly<Record<string, number>> = { lamp: 40, refund: 2, '~refund': 3, '~return': 6 }
const weighed = (...stems: string[]) =>
  weigh(
    stems.map((stem) => ({ stem, concepts: stem === 'reimburs' ? ['refund'] : [] })),
    (token) => counts[token] ?? 0,
    50,
  )

const refunds = { title: new Set(['refund', '~refund']), all: new Set(['refund', '~refund', 'lamp']) }

describe('evidence', () => {
  test('weighs a rare word more than a common one', () => {
    const [lamp, refund] = weighed('lamp', 'refund')

    expect(refund?.weight).toBeGreaterThan(lamp?.weight ?? 0)
  })

  test('counts another word for the same thing, but less', () => {
    const candidate = { words: refunds, score: 10, rivalScore: 5 }

    const own = evidenceFor(weighed('refund'), candidate).coverage
    const other = evidenceFor(weighed('reimburs'), candidate).coverage

    expect(own).toBe(1)
    expect(other).toBeGreaterThan(0.5)
    expect(other).toBeLessThan(own)
  })

  test('is all but nothing when no word is shared', () => {
    const evidence = evidenceFor(weighed('taxi', 'airport'), { words: refunds, score: 0, rivalScore: 0 })

    expect(evidence).toMatchObject({
      coverage: 0,

      titleCoverage: 0,
      matched: 0,
      rarest: 0,
      strength: 0,
    })
  })

  test('falls behind a better rival', () => {
    const ahead = evidenceFor(weighed('refund'), { words: refunds, score: 10, rivalScore: 5 }).margin
    const behind = evidenceFor(weighed('refund'), { words: refunds, score: 5, rivalScore: 10 }).margin

    expect([ahead, behind]).toEqual([0.5, -0.5])
  })
})

describe('confidence', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    coverage: share,
    titleCoverage: share,
    matched: share,
    rarest: share,
    margin: fc.double({ min: -1, max: 1, noNaN: true }),
    strength: share,
    length: share,
  })

  test('is a probability', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const confidence = calibrate(given)
        return confidence > 0 && confidence < 1
      }),
    )
  })

  test('never falls when more of the question is covered', () => {
    fc.assert(
      fc.property(evidence, share, (given, more) => {
        const coverage = Math.max(given.coverage, more)
        return calibrate({ ...given, coverage }) >= calibrate(given)
      }),
    )
  })
})
