import { expect, test } from 'vitest'
import { localeOf } from '#shared/channel/locale.ts'

test.each([
  ['en', 'en'],
  ['pt_br', 'pt-BR'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['de_DE.UTF-8', 'de-DE'],
  ['es-419', 'es-419'],
  ['de-DE-u-co-phonebk', 'de-DE'],
  ['en-ignore-allrules', 'en'],
])('%s is %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale)
})

test.each([undefined, '', 'C', 'posix', 'und', 'english', 'the best', 'x-private', '<script>', 'a'.repeat(10_000)])(
  '%s is nobody’s language, and no error',
  (tag) => {
    expect(localeOf(tag)).toBeUndefined()
  },
)
