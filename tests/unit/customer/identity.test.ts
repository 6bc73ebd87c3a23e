import { expect, test } from 'vitest'
import { customerProfileSchema } from '#shared/customer/customer.ts'
import { identitiesIn, identityOf } from '#shared/customer/identity.ts'

test.each([
  ['phone', '+65 8123-4567', '6581234567'],
  ['phone', ' +49 (30) 123.45.67', '49301234567'],
  ['email', ' Ada@Example.COM', 'ada@example.com'],
  ['email', 'ada+lamps@bücher.example', 'ada+lamps@xn--bcher-kva.example'],
  ['telegram', ' 6581234567 ', '6581234567'],
  ['slack', 'T0123:U0456', 'T0123:U0456'],
])('%s %s is looked for as %s', (what, text, value) => {
  expect(identityOf(what, text)).toEqual({ what, value })
})

test.each([
  ['phone', '8123 4567'],
  ['phone', '0065 8123 4567'],
  ['phone', '+0581234567'],
  ['phone', '+65'],
  ['phone', '+6581234567890123'],
  ['phone', '+65８１２３４５６７'],
  ['phone', 'call +6581234567'],
  ['email', 'ada'],
  ['email', 'ada@'],
  ['email', 'ada@a@example.com'],
  ['email', 'ada lovelace@example.com'],
  ['email', `${'a'.repeat(320)}@example.com`],
  // What reads a host as a URL would leave out the rest, and find whoever has the mailbox at example.com.
  ['email', 'ada@example.com/.evil.example'],
  ['email', 'ada@example.com#.evil.example'],
  ['email', 'ada@example.com?.evil.example'],
  ['email', 'ada@example.com\\\\.evil.example'],
  ['email', 'ada@ex%61mple.com'],
  ['email', 'ada@[127.0.0.1]'],
  ['email', 'ada@0x7f.1'],
  ['email', '\u212Aate@example.com'],
  ['telegram', '  '],
  ['constructor', 'x'],
  ['toString', 'x'],
  ['__proto__', 'x'],
  ['name', 'Ada'],
])('%s %s finds nobody', (what, text) => {
  expect(identityOf(what, text)).toBeUndefined()
})

test('whom a record finds is never found by the id in it', () => {
  expect(identitiesIn({ customer: 'u-1', badge: '17', email: 'ada@example.com' })).toEqual([
    { what: 'email', value: 'ada@example.com' },
  ])
})

test('a number without its country is refused where it would find nobody', () => {
  const verified = (phone: string) => customerProfileSchema.safeParse({ verified: { phone, badge: '17' } })

  expect(verified('+65 8123 4567').success).toBe(true)
  expect(verified('8123 4567').error?.issues[0]?.message).toContain('with its country')
})
