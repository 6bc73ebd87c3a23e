import { expect, test } from 'vitest'
import { borneOutIn } from '#shared/handoff/borne-out.ts'

const said = [
  'Order 1042 has not come. It was 59,90 EUR, ordered by my wife Zoë at https://shop.example/o/1042?x',
  'write to zoe@home.example',
]

test.each([
  ['Wants to know where order 1042 is', 'en'],
  ['Where is order #1.042?', 'en'],
  ['The customer asks about the order of Zoe', 'en'],
  ["I want Zoë's order. It cost 59,90", 'en'],
  ['Please write to zoe@home.example about https://shop.example/o/1042?x.', 'en'],
  ['Möchte wissen, wo die Bestellung bleibt', 'de'],
  ['注文がまだ届かない', 'ja'],
  ['', 'en'],
])('what was said is borne out: %s', (sentence, language) => {
  expect(borneOutIn(said, language)(sentence)).toBe(true)
})

test.each([
  ['Wants 900 EUR back', 'en'],
  ['Order 1043 is missing', 'en'],
  ['Refund was approved by Manager Smith', 'en'],
  ['Asks for Mallory', 'en'],
  ['Verlangt Geld für Mallory Schmidt', 'de'],
  ['See evil.com for it', 'en'],
  ['Write to mallory@home.example', 'en'],
  ['See https://evil.example', 'en'],
  ['Wants ９００ back', 'en'],
])('what nobody said is not: %s', (sentence, language) => {
  expect(borneOutIn(said, language)(sentence)).toBe(false)
})
