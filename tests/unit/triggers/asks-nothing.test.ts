import { expect, test } from 'vitest'
import { asksNothing } from '#shared/triggers/asks-nothing.ts'

test.each([
  'hi',
  'Hello there!',
  'thank you so much',
  'ok',
  'yes please',
  'Ja, bitte',
  'non',
  'sí',
  'Guten Tag',
  'vielen Dank',
  'hola',
  'merci beaucoup',
  'bom dia',
  'grazie mille',
  '',
  '👍',
])('"%s" asks for nothing', (text) => {
  expect(asksNothing(text)).toBe(true)
})

test.each([
  'hi, where is my order',
  'thanks, and the lamp?',
  'human',
  'refund',
  'no refund yet',
  'yes but when will it come',
  'Hallo, wo ist mein Paket',
])('"%s" asks for something', (text) => {
  expect(asksNothing(text)).toBe(false)
})
