import { describe, expect, test } from 'vitest'
import { authoredScopes } from '../knowledge/authored-scopes.ts'
import { type Asked, ask } from './asked.ts'
import { figuresOf, tenthsOf } from './figures.ts'
import { questionCompany } from './question-company.ts'

const asked = (confidence: number, place: number | undefined, answerable = true): Asked => ({
  set: 's',
  company: 'c',
  language: 'en',
  answerable,
  place,
  confidence,
  sureness: confidence,
})
const many = (times: number, one: Asked): readonly Asked[] => Array.from({ length: times }, () => one)

describe('recall', () => {
  const rows = [asked(0.9, 0), asked(0.9, 4), asked(0.9, undefined), asked(0.9, undefined, false)]

  test('counts the questions that something answers, and where the answer stands', () => {
    const { answerable, recallAt1, recallAt5 } = figuresOf(rows)

    expect([answerable, recallAt1, recallAt5]).toEqual([3, 1 / 3, 2 / 3])
  })
})

describe('the calibration error', () => {
  test('is nothing where claims come true as often as claimed', () => {
    const honest = Array.from({ length: 40 }, (_, at) => asked(0.75, at % 4 === 0 ? undefined : 0))

    expect(figuresOf(honest).calibrationError).toBe(0)
    expect(figuresOf(honest.map((one) => ({ ...one, confidence: 0.25 }))).calibrationError).toBe(0.5)
  })

  test('is what an unanswerable question was claimed', () => {
    const lost = many(20, asked(0.4, undefined, false))

    expect(figuresOf(lost).calibrationError).toBeCloseTo(0.4, 10)
    expect(figuresOf(lost).brier).toBeCloseTo(0.16, 10)
  })

  test('is taken over bins of as many questions each', () => {
    const rows = Array.from({ length: 95 }, (_, at) => asked(at / 95, 0))

    const tenths = tenthsOf(rows)

    expect(tenths).toHaveLength(10)
    expect(tenths.every(({ count }) => count === 9 || count === 10)).toBe(true)
    expect(tenths.reduce((sum, { count }) => sum + count, 0)).toBe(95)
  })
})

test('a question is asked through the port, and its place is that of the first passage that answers', async () => {
  const passage = (articleId: string, confidence: number) => ({
    articleId,
    title: articleId,
    url: '',
    language: 'en',
    text: articleId,
    confidence,
  })
  const knowledge = { retrieve: async () => [passage('a', 0.7), passage('b', 0.2), passage('b', 0.1)] }
  const question = { set: 's', company: 'c', language: 'en', text: '?' }

  const found = await ask(knowledge, { ...question, articles: new Set(['b']) })
  const lost = await ask({ retrieve: async () => [] }, { ...question, articles: new Set() })

  expect(found).toMatchObject({ answerable: true, place: 1, confidence: 0.7, sureness: 0.7 })
  expect(lost).toMatchObject({ answerable: false, place: undefined, confidence: 0 })
})

test('what ships keeps the calibration that was measured, on an authored company', async () => {
  const shop = authoredScopes().find(({ name }) => name === 'bike-shop')
  const knowledge = questionCompany(shop?.entries ?? [])
  const put = { set: 'authored', company: 'bike-shop', language: 'en' }

  const rows = await Promise.all(
    (shop?.questions ?? []).map(({ text, answeredBy }) =>
      ask(knowledge, { ...put, text, articles: new Set(answeredBy) }),
    ),
  )
  const bare = rows.map((row) => ({ ...row, confidence: row.sureness }))

  expect(figuresOf(rows)).toMatchObject({ recallAt1: expect.closeTo(0.86, 1), recallAt5: expect.closeTo(0.91, 1) })
  expect(figuresOf(rows).calibrationError).toBeLessThan(0.11)
  expect(figuresOf(bare).calibrationError).toBeGreaterThan(0.15)
}, 60_000)
