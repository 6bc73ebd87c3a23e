import { describe, expect, test } from 'vitest'
import { scopeJudge } from '#shared/knowledge/entries/scope-judge.ts'
import { authoredScopes, readAuthoredScope } from './authored-scopes.ts'
import { areaUnderCurve, firingBelow } from './reliability.ts'

const scopes = authoredScopes()

test('an authored company is read with its entries and with what it is asked, in its place', () => {
  const content = '# comment\n@ hours\nwhen open\n\n? in\nhours, sunday | open today?\n? far\nhello | there\n'

  expect(readAuthoredScope('shop', content)).toEqual({
    name: 'shop',
    entries: [{ entry: 'hours', examples: ['when open'] }],
    questions: [
      { place: 'in', text: 'open today?', answeredBy: ['hours', 'sunday'] },
      { place: 'far', text: 'hello | there', answeredBy: [] },
    ],
  })
})

describe.each(scopes)('the authored company $name', ({ entries, questions }) => {
  test('asks nothing that its entries hold already', () => {
    const held = new Set(entries.flatMap(({ examples }) => examples.map((example) => example.toLowerCase())))

    expect(questions.filter(({ text }) => held.has(text.toLowerCase()))).toEqual([])
  })

  test('names only entries that there are, and asks in all three places', () => {
    const names = new Set(entries.map(({ entry }) => entry))

    expect(questions.flatMap(({ answeredBy }) => answeredBy).filter((name) => !names.has(name))).toEqual([])
    expect(new Set(questions.map(({ place }) => place)).size).toBe(3)
  })
})

test('the judge of entries keeps what was measured on a shop’s hurried chat window', () => {
  const shop = scopes.find(({ name }) => name === 'bike-shop')
  const judge = scopeJudge(shop?.entries ?? [])

  const judged = (shop?.questions ?? []).map(({ text, place }) => ({
    confidence: judge(text).confidence,
    right: place === 'in',
  }))

  expect(areaUnderCurve(judged)).toBeGreaterThan(0.88)
  expect(firingBelow(0.5, judged).f1).toBeGreaterThan(0.8)
  expect(firingBelow(0.5, judged).falseAlarms).toBeLessThan(0.15)
}, 60_000)
