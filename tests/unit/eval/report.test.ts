import { describe, expect, test } from 'vitest'
import { reportPage } from '#tests/eval/triggers/report/page.ts'
import type { Placed } from '#tests/eval/triggers/summary.ts'
import { comparisonTable, floorTable, triggerTable } from '#tests/eval/triggers/table.ts'

const row = (at: number): Placed => ({
  holds: at % 2 === 0,
  fired: at % 3 === 0,
  score: (at % 10) / 10,
  source: at % 4 === 0 ? 'one-source' : 'other-source',
  lang: at % 5 === 0 ? 'de' : 'en',
  domain: at % 7 === 0 ? 'proxy' : 'support',
})
const outcomes = Array.from({ length: 140 }, (_, at) => row(at))
const ours = new Map([
  ['f2_rephrase', outcomes],
  ['t4_legal', outcomes],
])
const theirs = new Map([['t4_legal', outcomes.map((one) => ({ ...one, fired: false }))]])
const timing = {
  messages: 9,
  medianMs: 0.1,
  p99Ms: 0.9,
  longMedianMs: 0.5,
  longP99Ms: 0.8,
  loadMs: 9,
  weightsBytes: 1,
  phrasesBytes: 2,
}
const page = reportPage({ ours, theirs, rival: { name: 'A & <B>', setup: 'as it "comes"' }, timing })

const withoutAttributes = (html: string): readonly string[] =>
  [...html.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/g)].map(
    ([, closing = '', name = '', alone = '']) => `${closing}${name}${alone}`,
  )

describe('the report page', () => {
  test('closes every element that it opens', () => {
    const open: string[] = []
    for (const tag of withoutAttributes(page)) {
      if (tag.endsWith('/') || ['meta'].includes(tag)) continue
      if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1))
      else open.push(tag)
    }

    expect(open).toEqual([])
  })

  test('fetches nothing and runs nothing', () => {
    expect(page).not.toMatch(/https?:|url\(|<script|<link|<img|@import/)
  })

  test('draws two charts for each trigger that was judged, and none for the others', () => {
    expect(page.match(/<svg /g)).toHaveLength(4)
    expect(page).toContain('t4_legal: precision over recall')
    expect(page).not.toContain('t1_billing_dispute')
  })

  test('holds no number that is none', () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('escapes names', () => {
    expect(page).toContain('A &amp; &lt;B&gt;')
    expect(page).not.toContain('<B>')
  })

  test('reads in the dark as well', () => {
    expect(page).toContain('prefers-color-scheme: dark')
  })
})

describe('the tables', () => {
  test('tell a trigger by domain, source and language', () => {
    const table = triggerTable('t4_legal', 'Baton', outcomes)

    for (const name of ['domain proxy', 'domain support', 'source one-source', 'lang de', 'lang en'])
      expect(table).toContain(name)
    expect(table).toMatch(/all +140 +70 +0\.\d{3} \[/)
  })

  test('tell each floor as met or not', () => {
    expect(floorTable(ours)).toMatch(/t4_legal +support +– +✗ 0\.\d{3} \(0\.88\)/)
    expect(
      Math.max(
        ...floorTable(ours)
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(120)
    expect(floorTable(ours)).not.toContain('t3_distress')
  })

  test('say where the other has no means', () => {
    const table = comparisonTable(ours, theirs, 'NLP.js')

    expect(table).toMatch(/f2_rephrase .*has no means for it/)
    expect(table).toMatch(/t4_legal .*F1 0\.000 R 0\.000/)
  })
})
