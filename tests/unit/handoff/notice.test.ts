import { describe, expect, test } from 'vitest'
import { renderNotice } from '#shared/handoff/notice.ts'
import { noticeKeys } from '#shared/handoff/notice-keys.ts'
import { noticeTexts, worded } from '#shared/handoff/notice-texts.ts'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { neverMind } from '#shared/triggers/never-mind.ts'
import { ears } from '#tests/support/listen.ts'
import { testConfig } from '#tests/support/test-config.ts'

const company = { name: 'Lumen & Oak', language: 'en' }
const opens = { at: new Date('2026-11-23T07:00:00Z'), timeZone: 'Europe/Berlin' }
const told = (changes: Partial<Parameters<typeof renderNotice>[0]> = {}) =>
  renderNotice({
    key: 'handoff',
    language: 'en',
    team: 'Billing',
    company,
    own: worded({ overrides: {}, special: [] }),
    ...changes,
  })

/** It is said behind another, and never alone. */
const besideEstimate = noticeKeys.filter((key) => key !== 'estimate')

describe.each(Object.keys(noticeTexts))('in %s', (language) => {
  test.each(besideEstimate)('%s is complete: no placeholder is left, nothing is missing', (key) => {
    const text = told({ key, language, opens })

    expect(text).not.toMatch(/[{}]|undefined/)
    expect(text.length).toBeGreaterThan(['ja', 'zh', 'ko'].includes(language) ? 30 : 60)
  })

  test.each(['handoff', 'handoff-closed', 'handoff-distress'] as const)('%s names the team', (key) => {
    expect(told({ key, language, opens })).toContain('Billing')
  })

  test('a closed team is announced with weekday, time and time zone', () => {
    const text = told({ key: 'handoff-closed', language, opens })
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'Europe/Berlin' }).format(opens.at)

    expect(text).toContain(weekday)
    expect(text).toMatch(/0?8[:.h]00/)
    expect(text).toMatch(/CET|MEZ|SEČ|(GMT|UTC|غرينتش)\+1/)
  })

  test.each([5, 10, 20, 45, 120])(
    'a bound of %i minutes is told behind the handoff, in the same language',
    (waitMinutes) => {
      const text = told({ language, waitMinutes })
      const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' })

      expect(text.startsWith(told({ language }))).toBe(true)
      expect(text.slice(told({ language }).length)).toContain(minutes.format(waitMinutes))
      expect(text).not.toMatch(/[{}]/)
    },
  )

  test.each(['handoff-distress', 'handoff-closed', 'returned', 'waiting'] as const)(
    'no bound is told with %s',
    (key) => {
      expect(told({ key, language, opens, waitMinutes: 20 })).toBe(told({ key, language, opens }))
    },
  )

  test('distress is told where to call, and promised no cure', () => {
    expect(told({ key: 'handoff-distress', language })).toMatch(/112/)
  })

  test('who is put off is told words that get a person', () => {
    const [, words = ''] = /[“„«「]([^“”»」]+)[“”»」]/.exec(told({ key: 'put-off', language })) ?? []
    const { certain } = judgeMessage({ messages: [words.trim()], earlier: [], language }, testConfig().triggers, ears)

    expect(certain.map(({ trigger }) => trigger)).toEqual(['asked-for-human'])
  })

  test('who still waits is told words that take them out of the line', () => {
    const [, words = ''] = /[“„«「]([^“”»」]+)[“”»」]/.exec(told({ key: 'waiting', language })) ?? []

    expect(neverMind(words)).toBe('plain')
  })

  test.each(besideEstimate)('%s promises neither a position nor an estimate', (key) => {
    const text = told({ key, language, opens: undefined })

    expect(text).not.toMatch(/minut|position|place in line|queue|Platz|puesto|file d|fila|coda/i)
  })
})

test('every notice is written in eighteen languages, each in its own words', () => {
  expect(Object.keys(noticeTexts).toSorted().join(' ')).toBe('ar cs da de en es fr it ja ko nl pl pt ru sv tr uk zh')
  for (const key of noticeKeys) expect(new Set(Object.values(noticeTexts).map((texts) => texts[key])).size).toBe(18)
})

test('where the company words the handoff alone in a language of its own, no bound is told in another', () => {
  const own = worded({ overrides: { vi: { handoff: '{team} sẽ trả lời bạn.' } }, special: [] })

  expect(told({ language: 'vi', own, waitMinutes: 20 })).toBe('Billing sẽ trả lời bạn.')
})

test('whoever is told a bound is told it in words', () => {
  expect(told({ waitMinutes: 20 })).toMatch(/ You will usually have an answer within about 20 minutes\.$/)
  expect(told({ language: 'ru', waitMinutes: 45 })).toMatch(/примерно 45 минут\.$/)
  expect(told({ language: 'ja', waitMinutes: 5 })).toMatch(/。通常はおよそ5 ?分以内/)
})

describe('the language', () => {
  test.each([
    ['pt-BR', 'nesta conversa'],
    ['de-CH', 'in diesem Gespräch'],
    ['de', 'in diesem Gespräch'],
    ['ja', 'このチャット'],
    ['vi', 'in this conversation'],
    [undefined, 'in this conversation'],
  ])('%s falls back to what is known', (language, words) => {
    expect(told({ language })).toContain(words)
  })

  test('a malformed one is told the time all the same', () => {
    expect(told({ key: 'handoff-closed', language: 'de-?', opens })).toContain('Montag')
  })

  test('an unknown one falls back to the company’s before English', () => {
    expect(told({ language: 'vi', company: { name: 'Lumen', language: 'fr-CH' } })).toContain('dans cette conversation')
    expect(told({ language: 'vi', company: { name: 'Lumen', language: 'vi' } })).toContain('in this conversation')
  })
})

describe('the company’s own wording', () => {
  const overrides = { de: { handoff: 'Gleich hilft {team} von {company}.' }, vi: { handoff: '{team} sẽ giúp bạn.' } }

  test('replaces ours in its language only', () => {
    expect(told({ language: 'de', own: worded({ overrides, special: [] }) })).toBe(
      'Gleich hilft Billing von Lumen & Oak.',
    )
    expect(told({ language: 'de-AT', own: worded({ overrides, special: [] }) })).toBe(
      'Gleich hilft Billing von Lumen & Oak.',
    )
    expect(told({ language: 'en', own: worded({ overrides, special: [] }) })).toBe(told({ language: 'en' }))
  })

  test('replaces the notices it names and leaves the others', () => {
    expect(told({ key: 'returned', language: 'de', own: worded({ overrides, special: [] }) })).toBe(
      told({ key: 'returned', language: 'de' }),
    )
  })

  test('adds a language that we do not have', () => {
    expect(told({ language: 'vi', own: worded({ overrides, special: [] }) })).toBe('Billing sẽ giúp bạn.')
  })

  test('gets the opening time where it says {opens}', () => {
    const own = { en: { 'handoff-closed': 'Back {opens}.' } }

    expect(told({ key: 'handoff-closed', opens, own: worded({ overrides: own, special: [] }) })).toMatch(
      /^Back Monday.*23 November.*08:00 CET\.$/,
    )
  })

  test('a team’s name with braces in it is left as it is', () => {
    expect(told({ team: '{company}', own: { overrides: { en: { handoff: '{team}!' } } } })).toBe('{company}!')
  })
})

test('a closed team that never opens again is announced without a time', () => {
  expect(told({ key: 'handoff-closed' })).toBe(told({ key: 'handoff' }))
})
