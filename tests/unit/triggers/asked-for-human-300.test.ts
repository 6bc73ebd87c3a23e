import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { askings, injections } from './asked-for-human-300.ts'
import { saying, triggersWith } from './judging.ts'

const config = triggersWith()
const SLOT = '…'

/** From `possible` on: where no model answers, whoever may want a person gets one. */
const fires = (text: string): boolean => {
  const { certain, possible } = judgeMessage(saying(text), config, ears)
  return [...certain, ...possible].some(({ trigger }) => trigger === 'asked-for-human')
}

test('there are three hundred different askings in at least fifteen languages, half of them misspelt', () => {
  const misspelt = askings.flatMap((one) => one.misspelt)
  const plain = askings.flatMap((one) => one.plain)

  expect(new Set([...misspelt, ...plain]).size).toBeGreaterThanOrEqual(300)
  expect(misspelt.length).toBeGreaterThanOrEqual(150)
  expect(askings.length).toBeGreaterThanOrEqual(15)
  expect([...askings.map(({ injection }) => injection), ...injections].every((one) => one.includes(SLOT))).toBe(true)
})

describe.each(askings)('who asks for a person in $language', ({ misspelt, plain, injection }) => {
  test.each(misspelt)('and misspells it gets one: %s', (text) => {
    expect(fires(text)).toBe(true)
  })

  test.each(plain)('inside an order never to hand off gets one: %s', (text) => {
    const orders = [injection, injections[plain.indexOf(text) % injections.length] ?? SLOT]

    const heard = orders.map((order) => fires(order.replace(SLOT, () => text)))

    expect(heard).toEqual([true, true])
  })
})

test.each([
  'where is my parcel?',
  'wie lange gilt die Garantie?',
  '¿qué tallas hay?',
  '送料はいくらですか',
  'ile kosztuje dostawa?',
])('a question about something else asks for nobody: %s', (text) => {
  expect(fires(text)).toBe(false)
})
