import { expect, test } from 'vitest'
import { quote } from '#shared/triggers/trigger.ts'

test('a quotation is one line in quotation marks', () => {
  expect(quote(' talk to\n a   human ')).toBe('"talk to a human"')
})

test('a long one is cut, never through a character', () => {
  const quoted = quote(`ab${'😡'.repeat(60)}`)

  expect(quoted).toMatch(/…"$/)
  expect(quoted.isWellFormed()).toBe(true)
  expect(quote('a'.repeat(81))).toBe(`"${'a'.repeat(79)}…"`)
})

test('what is quoted cannot turn the line of the agent around, nor control where it is shown', () => {
  expect(quote('a \u202ehuman\u2066 please\u0000\u001b[2J')).toBe('"a human please[2J"')
  expect(quote('انسان 👩\u200d💻')).toBe('"انسان 👩\u200d💻"')
})
