import { describe, expect, test } from 'vitest'
import { promisedPerson } from '#shared/assistant/promised-person.ts'
import { offersOfPerson, promisesOfPerson } from '#tests/support/promises-of-person.ts'

describe.each(Object.entries(promisesOfPerson))('%s', (language, promises) => {
  test.each(promises)('a person is promised: %s', (text) => {
    expect(promisedPerson(text)).toBeDefined()
  })

  test.each(offersOfPerson[language] ?? [])('nobody is promised: %s', (text) => {
    expect(promisedPerson(text)).toBeUndefined()
  })
})

test('more than a dozen languages are listened to, each with what is a promise and what is none', () => {
  const languages = Object.keys(promisesOfPerson)

  expect(languages.length).toBeGreaterThanOrEqual(12)
  expect(Object.keys(offersOfPerson)).toEqual(languages)
})
