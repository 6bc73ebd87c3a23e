import { expect, test } from 'vitest'
import type { Case } from '#shared/report/clusters/case.ts'
import { cut } from '#shared/report/clusters/choose.ts'
import { clusterFailures } from '#shared/report/clusters/cluster.ts'
import { masked } from '#shared/report/clusters/masked.ts'
import { caseOf, measure, readAsked } from '#tests/eval/clusters/measure.ts'

const caring = { title: 'Caring for wood', url: 'https://a.example/wood', confidence: 0.2 }
const returns = { title: 'Returns', url: 'https://a.example/returns', confidence: 0.9 }

const about = (matter: string, fields: Partial<Case> = {}): readonly Case[] =>
  readAsked().flatMap((one, at) => (one.matter === matter ? [caseOf(one, at, fields)] : []))

test('what no article answers is a content gap, in a customer’s own words, with what was nearest', () => {
  const { causes } = clusterFailures({ cases: about('engraving', { articles: [caring], handleSeconds: 600 }), from: 0 })

  expect(causes[0]).toMatchObject({
    verdict: 'content-gap',
    handleSeconds: 600,
    articles: [{ url: caring.url, confidence: 0.2 }],
  })
  expect(about('engraving').map(({ asked }) => asked)).toContain(causes[0]?.name)
  expect(causes[0]?.samples.length).toBeGreaterThanOrEqual(3)
})

test('what asks for the customer’s own things is a missing integration, in several languages at once', () => {
  const { causes } = clusterFailures({ cases: about('where-parcel', { articles: [caring] }), from: 0 })

  expect(causes.map(({ verdict }) => verdict)).toEqual(causes.map(() => 'missing-integration'))
  expect(Object.keys(causes[0]?.languages ?? {}).length).toBeGreaterThanOrEqual(4)
})

test('tools that failed make a missing integration of any question', () => {
  const verdicts = (toolFailed: boolean) =>
    clusterFailures({ cases: about('engraving', { articles: [caring], toolFailed }), from: 0 }).causes.map(
      ({ verdict }) => verdict,
    )

  expect(new Set(verdicts(true))).toEqual(new Set(['missing-integration']))
  expect(new Set(verdicts(false))).toEqual(new Set(['content-gap']))
})

test('what an article answers is no cause', () => {
  const cases = about('return-days', { trigger: 'asked-for-human', articles: [returns] })

  const { causes, others } = clusterFailures({ cases, from: 0 })

  expect(causes).toEqual([])
  expect(others[0]).toMatchObject({ verdict: 'covered' })
})

test('what is asked often and mostly answered is no cause; without those answers it would be', () => {
  const cases = about('return-days', { articles: [caring] })
  const questions = Array.from({ length: 30 }, () =>
    cases.map(({ asked, language, articles, at }) => ({ id: '', at, asked, language, articles })),
  ).flat()

  const gaps = (answered: boolean) =>
    clusterFailures({ cases, from: 0, ...(answered && { answered: { questions, each: 1 } }) }).causes.length

  expect(gaps(false)).toBeGreaterThan(0)
  expect(gaps(true)).toBe(0)
})

test('questions that nobody else asks are no cause', () => {
  const { causes, others, scattered } = clusterFailures({ cases: about('-'), from: 0 })

  expect({ causes, others, scattered }).toEqual({ causes: [], others: [], scattered: about('-').length })
})

test('four handoffs are too few for a name, five are not', () => {
  const named = (count: number) => {
    const cases = about('engraving')
      .slice(0, 1)
      .flatMap((one) =>
        Array.from({ length: count }, (_, at) => ({ ...one, handoffId: `h${at}`, conversationId: `c${at}` })),
      )
    return clusterFailures({ cases, from: 0 }).causes.length
  }

  expect([named(4), named(5)]).toEqual([0, 1])
})

test('one customer who asks five times is no cause', () => {
  const [one] = about('engraving')
  const cases = one
    ? Array.from({ length: 5 }, (_, at) => ({ ...one, handoffId: `h${at}`, conversationId: `c${at % 2}` }))
    : []

  expect(clusterFailures({ cases, from: 0 })).toMatchObject({ causes: [], scattered: 5 })
})

test('whoever said nothing but that they want a person is counted apart', () => {
  const cases = [...about('engraving'), caseOf({ matter: '', language: 'en', asked: '' }, 500)]

  expect(clusterFailures({ cases, from: 0 }).unasked).toBe(1)
})

test('ranked by what they cost, and what was asked in the span before is only compared with', () => {
  const old = about('engraving', { articles: [caring] }).map((one) => ({ ...one, at: one.at - 1_000 }))
  const cheap = about('engraving', { articles: [caring], handleSeconds: 60 })
  const dear = about('where-parcel', { articles: [returns], handleSeconds: 6_000 })

  const { causes } = clusterFailures({ cases: [...old, ...cheap, ...dear], from: 0 })

  expect(causes[0]).toMatchObject({ handleSeconds: 6_000, before: 0 })
  expect(causes.at(-1)).toMatchObject({ handleSeconds: 60, before: causes.at(-1)?.handoffs })
})

test('the same for any order of the log', () => {
  const cases = readAsked().map((one, at) => caseOf(one, at))

  expect(clusterFailures({ cases: cases.toReversed(), from: 0 })).toEqual(clusterFailures({ cases, from: 0 }))
})

test('samples and names hold no address, link or number of a thing', () => {
  const asked =
    'please engrave my lamp LO-99120, write to ada@example.com or see https://a.example/x?y, phone +49 170 1234567'
  const cases = Array.from({ length: 6 }, (_, at) => caseOf({ matter: '', language: 'en', asked }, at))

  const told = JSON.stringify(clusterFailures({ cases, from: 0 }).causes)

  expect(told).toContain('please engrave my lamp [number]')
  expect(told).not.toMatch(/99120|ada@|a\.example|1234567/)
})

test('paraphrases stand together and strangers apart', () => {
  const { purity, recall, recallAcross } = measure(readAsked())

  expect(purity).toBeGreaterThan(0.9)
  expect(recall).toBeGreaterThan(0.25)
  expect(recallAcross).toBeGreaterThan(0.2)
})

test('whose words name a cluster is among those whom it quotes by their handoff: an erasure finds the report by it', () => {
  const cases = [...new Set(readAsked().map(({ matter }) => matter))].flatMap((matter) =>
    about(matter, { articles: [caring] }).map((one) => ({ ...one, handoffId: `${matter} ${one.handoffId}` })),
  )
  const askedBy = new Map(cases.map(({ handoffId, asked }) => [handoffId, asked]))

  const { causes, others } = clusterFailures({ cases, from: 0 })
  const nameless = [...causes, ...others].filter(
    ({ name, samples }) => !samples.some(({ handoffId }) => cut(masked(askedBy.get(handoffId) ?? ''), 90) === name),
  )

  expect(causes.length).toBeGreaterThan(3)
  expect(nameless.map(({ name }) => name)).toEqual([])
})

test('so is one of two who wrote the same in capitals and small letters', () => {
  const cases = about('engraving', { articles: [caring] }).flatMap((one, at) => [
    { ...one, handoffId: `a-${at}`, asked: one.asked.toLowerCase() },
    { ...one, handoffId: `b-${at}`, conversationId: `b-${at}`, asked: one.asked.toUpperCase() },
  ])
  const askedBy = new Map(cases.map(({ handoffId, asked }) => [handoffId, asked]))

  const { causes } = clusterFailures({ cases, from: 0 })

  expect(causes.length).toBeGreaterThan(0)
  for (const { name, samples } of causes)
    expect(samples.map(({ handoffId }) => cut(masked(askedBy.get(handoffId) ?? ''), 90))).toContain(name)
})

test('a topic that the model made of few customers’ words is no figure: nobody’s own words stand in a report without their handoff', () => {
  const cases = about('engraving', { articles: [caring], topic: 'engraving' }).map((one, at) =>
    at < 3 ? { ...one, topic: 'Ada Lovelace’s lamp' } : one,
  )

  const { causes } = clusterFailures({ cases, from: 0 })

  expect(causes.map(({ topics }) => Object.keys(topics))).toEqual(causes.map(() => ['engraving']))
  expect(causes.length).toBeGreaterThan(0)
})
