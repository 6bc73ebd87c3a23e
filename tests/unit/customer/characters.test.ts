import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { charactersSchema } from '#shared/customer/characters.ts'

const fits = (text: string): boolean => z.safeParse(charactersSchema(1, 3), text).success

test.each(['a', 'abc', '😀', '😀😀😀'])('%j has one to three characters', (text) => {
  expect(fits(text)).toBe(true)
})

test.each(['', 'abcd', '😀😀😀😀'])('%j has not', (text) => {
  expect(fits(text)).toBe(false)
})
