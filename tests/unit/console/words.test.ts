import { describe, expect, test } from 'vitest'
import { de } from '#console/words/de.ts'
import { countdown, duration, unitsOf } from '#console/words/duration.ts'
import { en } from '#console/words/en.ts'
import { isLanguage, preferred, regional } from '#console/words/language.ts'
import { called, timeOf } from '#console/words/times.ts'

const entriesOf = (words: object, above = ''): readonly (readonly [string, unknown])[] =>
  Object.entries(words).flatMap(([name, said]) =>
    typeof said === 'object' && said !== null
      ? entriesOf(said, `${above}${name}.`)
      : [[`${above}${name}`, said] as const],
  )

describe('the languages', () => {
  const [english, german] = [entriesOf(en), entriesOf(de)]

  test('say the same things', () => {
    expect(german.map(([name]) => name).sort()).toEqual(english.map(([name]) => name).sort())
  })

  test('leave nothing empty, and nothing untranslated by accident', () => {
    const alike = ['app.name', 'outcome.spam', 'act.team', 'keys.title']
    const same = german.filter(([name, said]) => typeof said === 'string' && said === Object.fromEntries(english)[name])

    expect(german.filter(([, said]) => said === '')).toEqual([])
    expect(same.map(([name]) => name).filter((name) => !alike.includes(name))).toEqual([])
  })
})

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'de'], 'de'],
  [['EN-us'], 'en'],
  [['fr', 'xx'], 'en'],
  [[], 'en'],
])('a browser that asks for %j is answered in %s', (asked, language) => {
  expect(preferred(asked)).toBe(language)
})

test('times are written as the region has them that the browser asks for, if it is one of the language', () => {
  expect(regional('en', ['de-AT', 'en-GB', 'en-US'])).toBe('en-GB')
  expect(regional('de', ['en-GB'])).toBe('de')
})

test.each(['constructor', 'fr', '', 7, null])('%j is no language of the console', (value) => {
  expect(isLanguage(value)).toBe(false)
})

test.each([
  [-5, [['second', 0]]],
  [59.9, [['second', 59]]],
  [60, [['minute', 1]]],
  [
    3_900,
    [
      ['hour', 1],
      ['minute', 5],
    ],
  ],
  [7_200, [['hour', 2]]],
  [
    90_000,
    [
      ['day', 1],
      ['hour', 1],
    ],
  ],
])('%d seconds are told as %j', (seconds, units) => {
  expect(unitsOf(seconds)).toEqual(units)
})

test('a length of time is written as its language writes it', () => {
  expect(duration(3_900, 'en')).toBe('1 hr 5 min')
  expect(duration(3_900, 'de')).toBe('1 Std. 5 Min.')
})

test('a countdown ends at nothing, never below', () => {
  expect([125, 59.2, 0.3, 0, -3].map(countdown)).toEqual(['2:05', '1:00', '0:01', '0:00', '0:00'])
})

test('a time of another day says which', () => {
  const now = new Date(2026, 10, 23, 12).getTime()

  expect(timeOf(new Date(2026, 10, 23, 10, 42).getTime(), now, 'de')).toBe('10:42')
  expect(timeOf(new Date(2026, 10, 22, 10, 42).getTime(), now, 'de')).toMatch(/22\. Nov/)
})

test('what a company names itself is readable without a translation', () => {
  expect(called('product-safety', en.cause)).toBe('Product safety')
  expect(called('legal', de.cause)).toBe('Rechtliches')
  expect(called('constructor', en.cause)).toBe('Constructor')
})
