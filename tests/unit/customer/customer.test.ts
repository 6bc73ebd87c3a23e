import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z as full } from 'zod'
import * as z from 'zod/mini'
import { customerProfileSchema } from '#shared/customer/customer.ts'

interface Documented {
  readonly properties: {
    readonly language: { readonly pattern: string }
    readonly name: object
    readonly value: object
  }
}
const documented = z.toJSONSchema(customerProfileSchema, { io: 'input' }) as unknown as Documented
const takes = (profile: unknown) => z.safeParse(customerProfileSchema, profile).success

test('every language that the document describes is taken, and is one that Intl knows', () => {
  const tags = fc.stringMatching(new RegExp(documented.properties.language.pattern))

  fc.assert(
    fc.property(tags, (language) => {
      expect(takes({ language })).toBe(true)
      expect(Intl.getCanonicalLocales(language)).toHaveLength(1)
    }),
  )
})

test.each(['English', 'e', 'en_GB', 'en-', 'zh-yue', 'en-GB-oed-x', 'EN'])('%s is no language', (language) => {
  expect(takes({ language })).toBe(false)
})

describe('characters are counted as the document counts them', () => {
  test.each([
    [256, 'x', true],
    [257, 'x', false],
    [256, '🙂', true],
    [257, '🙂', false],
    [0, 'x', false],
  ])('a name of %i times %s: %s', (count, character, taken) => {
    expect(takes({ name: character.repeat(count) })).toBe(taken)
  })

  test('and the document says how many', () => {
    expect(documented.properties.name).toEqual({ type: 'string', minLength: 1, maxLength: 256 })
  })
})

test.each([
  [0, true],
  [-0, true],
  [1e-6, true],
  [Number.MAX_SAFE_INTEGER, true],
  [1e-7, false],
  [Number.MIN_VALUE, false],
  [-1, false],
  [Number.MAX_SAFE_INTEGER + 1, false],
])('a value of %d: %s, as the document says', (value, taken) => {
  const judge = full.fromJSONSchema(documented.properties.value as never)

  expect([takes({ value }), judge.safeParse(value).success]).toEqual([taken, taken])
})
