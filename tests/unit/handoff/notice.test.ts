import { describe, expect, test } from 'vitest'
import { noticeKeys, noticeTexts, renderNotice } from '#shared/handoff/notice.ts'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { testConfig } from '#tests/support/test-config.ts'

const company = { name: 'Lumen & Oak', language: 'en' }
const opens = { at: new Date('2026-11-23T07:00:00Z'), timeZone: 'Europe/Berlin' }
const told = (changes: Partial<Parameters<typeof renderNotice>[0]> = {}) =>
  renderNotice({ key: 'handoff', language: 'en', team: 'Billing', company, ...changes })

describe.each(Object.keys(noticeTexts))('in %s', (language) => {
  test.each(noticeKeys)('%s is complete: no placeholder is left, nothing is missing', (key) => {
    const text = told({ key, language, opens })

    expect(text).not.toMatch(/[{}]|undefined/)
    expect(text.length).toBeGreaterThan(60)
  })

  test.each(['handoff', 'handoff-closed', 'handoff-distress'] as const)('%s names the team', (key) => {
    expect(told({ key, language, opens })).toContain('Billing')
  })

  test('a closed team is announced with weekday, time and time zone', () => {
    const text = told({ key: 'handoff-closed', language, opens })
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'Europe/Berlin' }).format(opens.at)

    expect(text).toContain(weekday)
    expect(text).toMatch(/0?8[:.h]00/)
    expect(text).toMatch(/CET|MEZ|GMT\+1|UTC\+1/)
  })

  test('distress is told where to call, and promised no cure', () => {
    expect(told({ key: 'handoff-distress', language })).toMatch(/112/)
  })

  test('who is put off is told words that get a person', () => {
    const [, words = ''] = /[“„«]([^“”»]+)[“”»]/.exec(told({ key: 'put-off', language })) ?? []
    const { certain } = judgeMessage({ messages: [words.trim()], earlier: [], language }, testConfig().triggers, ears)

    expect(certain.map(({ trigger }) => trigger)).toEqual(['asked-for-human'])
  })

  test.each(noticeKeys)('%s promises neither a position nor an estimate', (key) => {
    const text = told({ key, language, opens: undefined })

    expect(text).not.toMatch(/minut|position|place in line|queue|Platz|puesto|file d|fila|coda/i)
  })
})

test('every notice is written in six languages', () => {
  expect(Object.keys(noticeTexts).toSorted()).toEqual(['de', 'en', 'es', 'fr', 'it', 'pt'])
  expect(new Set(Object.values(noticeTexts).map(({ handoff }) => handoff)).size).toBe(6)
})

describe('the language', () => {
  test.each([
    ['pt-BR', 'nesta conversa'],
    ['de-CH', 'in diesem Gespräch'],
    ['de', 'in diesem Gespräch'],
    ['ja', 'in this conversation'],
    [undefined, 'in this conversation'],
  ])('%s falls back to what is known', (language, words) => {
    expect(told({ language })).toContain(words)
  })

  test('a malformed one is told the time all the same', () => {
    expect(told({ key: 'handoff-closed', language: 'de-?', opens })).toContain('Montag')
  })

  test('an unknown one falls back to the company’s before English', () => {
    expect(told({ language: 'ja', company: { name: 'Lumen', language: 'fr-CH' } })).toContain('dans cette conversation')
    expect(told({ language: 'ja', company: { name: 'Lumen', language: 'ja' } })).toContain('in this conversation')
  })
})

describe('the company’s own wording', () => {
  const overrides = { de: { handoff: 'Gleich hilft {team} von {company}.' }, ja: { handoff: '{team}が対応します。' } }

  test('replaces ours in its language only', () => {
    expect(told({ language: 'de', overrides })).toBe('Gleich hilft Billing von Lumen & Oak.')
    expect(told({ language: 'de-AT', overrides })).toBe('Gleich hilft Billing von Lumen & Oak.')
    expect(told({ language: 'en', overrides })).toBe(told({ language: 'en' }))
  })

  test('replaces the notices it names and leaves the others', () => {
    expect(told({ key: 'returned', language: 'de', overrides })).toBe(told({ key: 'returned', language: 'de' }))
  })

  test('adds a language that we do not have', () => {
    expect(told({ language: 'ja', overrides })).toBe('Billingが対応します。')
  })

  test('gets the opening time where it says {opens}', () => {
    const own = { en: { 'handoff-closed': 'Back {opens}.' } }

    expect(told({ key: 'handoff-closed', opens, overrides: own })).toMatch(/^Back Monday.*23 November.*08:00 CET\.$/)
  })

  test('a team’s name with braces in it is left as it is', () => {
    expect(told({ team: '{company}', overrides: { en: { handoff: '{team}!' } } })).toBe('{company}!')
  })
})

test('a closed team that never opens again is announced without a time', () => {
  expect(told({ key: 'handoff-closed' })).toBe(told({ key: 'handoff' }))
})
