import { expect, test } from 'vitest'
import { calibrationError, rowsOf } from '#infra/knowledge/calibration-rows.ts'
import { fitCalibration } from '#infra/knowledge/fit-calibration.ts'
import { cautiousCalibration } from '#shared/config/knowledge-schema.ts'
import { probabilityOfScore, type Scored } from '#shared/knowledge/bedrock-knowledge.ts'

const scored = (articleId: string, score: number | undefined, topic?: string): Scored => ({
  articleId,
  title: articleId,
  url: `https://a.example/${articleId}`,
  language: 'en',
  ...(topic !== undefined && { topic }),
  text: articleId,
  confidence: 0,
  score,
})
const asked = { articleId: 'en/returns', topic: 'returns', question: 'how long?' }

test('a question is right by its own article, and wrong by the best of the others', () => {
  expect(rowsOf(asked, [scored('en/returns', 0.6), scored('en/oak', 0.3), scored('en/bulbs', 0.2)])).toEqual([
    { score: 0.6, holds: true },
    { score: 0.3, holds: false },
  ])
})

test('the same matter in another language is no other article', () => {
  expect(rowsOf(asked, [scored('de/rueckgabe', 0.6, 'returns'), scored('en/oak', 0.3)])).toEqual([
    { score: 0.6, holds: true },
    { score: 0.3, holds: false },
  ])
})

test('a wrong best passage is told once, and scores that are missing not at all', () => {
  expect(rowsOf(asked, [scored('en/oak', 0.7), scored('en/returns', 0.6)])).toEqual([{ score: 0.7, holds: false }])
  expect(rowsOf(asked, [scored('en/returns', undefined)])).toEqual([])
})

/** Always the same numbers, spread over 0 to 1. */
const spread = (index: number): number => (index * 0.618034) % 1

test('the curve that made the scores is found again, and is better than the cautious one', async () => {
  const truth = { slope: 30, offset: -12 }
  const questions = Array.from({ length: 400 }, (_, index) => ({ ...asked, question: String(index) }))
  const search = async (question: string) => {
    const index = Number(question)
    const score = 0.2 + 0.4 * spread(index)
    const isRight = spread(index * 7 + 3) < probabilityOfScore(score, truth)
    return [scored(isRight ? 'en/returns' : 'en/oak', score)]
  }

  const { calibration, error, found } = await fitCalibration(search, questions, cautiousCalibration)

  expect(-calibration.offset / calibration.slope).toBeCloseTo(0.4, 1)
  expect(calibration.slope).toBeGreaterThan(15)
  expect(error.after).toBeLessThan(0.08)
  expect(error.before).toBeGreaterThan(0.3)
  expect(found).toBeGreaterThan(150)
})

test('a claim that comes true as often as it says has no error, and one that never does has all of it', () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ score: 0.5, holds: index % 2 === 0 }))

  expect(calibrationError(rows, () => 0.5)).toBeCloseTo(0)
  expect(
    calibrationError(
      rows.map(({ score }) => ({ score, holds: false })),
      () => 1,
    ),
  ).toBeCloseTo(1)
})
