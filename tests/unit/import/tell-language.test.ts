import { describe, expect, test } from 'vitest'
import { languageOfPath, languageOfText, tellLanguage } from '#infra/import/tell-language.ts'

const german =
  'Klicken Sie auf der Anmeldeseite auf den Link. Er gilt sechzig Minuten und nur einmal. Das Paket ist noch nicht da.'
const english = 'You have sixty days to send the lamp back, and we pay for the label that you print.'
const unknown = 'E27 GU10 LED 2700 K'

describe('the language is', () => {
  test('that which all say', () => {
    expect(tellLanguage({ declared: 'de-AT', path: 'de/konto.html', text: german })).toEqual({ language: 'de-AT' })
  })

  test('that of the words where nothing else is said', () => {
    expect(tellLanguage({ path: 'konto.html', text: german })).toEqual({ language: 'de' })
  })

  test('what it says before its path, and that before its words, where all differ', () => {
    const told = tellLanguage({ declared: 'en', path: 'fr/a.html', text: german })

    expect(told).toEqual({
      language: 'en',
      contradiction: 'it says en, its path says fr, its words are de; taken as en',
    })
    expect(tellLanguage({ path: 'fr/a.html', text: german })?.language).toBe('fr')
  })

  test('that which two of three say: templates are copied with their language', () => {
    const told = tellLanguage({ declared: 'en', path: 'de/konto.html', text: german })

    expect(told?.language).toBe('de')
    expect(told?.contradiction).toContain('it says en')
  })

  test('the one given for those that say nothing, and none where none is given', () => {
    expect(tellLanguage({ path: 'a.html', text: unknown }, 'sv')).toEqual({ language: 'sv' })
    expect(tellLanguage({ path: 'a.html', text: unknown })).toBeUndefined()
    expect(tellLanguage({ path: 'a.html', text: english }, 'sv')).toEqual({ language: 'en' })
  })

  test('no tag that is none', () => {
    expect(tellLanguage({ declared: 'Deutsch bitte', path: 'a.html', text: german })).toEqual({ language: 'de' })
    expect(tellLanguage({ declared: 'pt_br', path: 'a.html', text: unknown })).toEqual({ language: 'pt-BR' })
  })
})

test.each([
  ['de/konto.html', 'de'],
  ['help/pt-br/conta.html', 'pt-BR'],
  ['konto.de.html', 'de'],
  ['hi.md', undefined],
  ['my/account.html', undefined],
  ['faq/xx/a.html', undefined],
])('the path %s says %s', (path, language) => {
  expect(languageOfPath(path)).toBe(language)
})

test('names of things are Latin in every script, and do not tell', () => {
  expect(
    languageOfText('Amazon Web Services を使って the Lambda function を設定します。GitHub でも利用できます。'),
  ).toBe('ja')
  expect(languageOfText('Для отправки используйте the Lambda function and GitHub Actions.')).toBe('ru')
  expect(languageOfText('The letter Ω is the last of the Greek ones, and this is all that you need to know.')).toBe(
    'en',
  )
})

test('a text is of the language that most of its pieces have, and of none where two are even', () => {
  expect(languageOfText(`${english}\n${german.repeat(12)}`)).toBe('de')
  expect(languageOfText(`${english.padEnd(500)}${german.padEnd(500)}`)).toBeUndefined()
})
