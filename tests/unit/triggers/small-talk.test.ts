import { expect, test } from 'vitest'
import { isSmallTalk } from '#shared/triggers/small-talk.ts'

test.each([
  'hi',
  'Hello there!',
  'thank you so much',
  'ok',
  'Guten Tag',
  'vielen Dank',
  'hola',
  'merci beaucoup',
  'bom dia',
  'grazie mille',
  '',
  '👍',
])('"%s" asks for nothing', (text) => {
  expect(isSmallTalk(text)).toBe(true)
})

test.each(['hi, where is my order', 'thanks, and the lamp?', 'human', 'refund', 'Hallo, wo ist mein Paket'])(
  '"%s" asks for something',
  (text) => {
    expect(isSmallTalk(text)).toBe(false)
  },
)
