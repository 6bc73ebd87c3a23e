import { describe, expect, test } from 'vitest'
import { identitiesOf, vouchingsOf } from '#shared/customer/vouched.ts'
import { inbound } from '#tests/support/inbound.ts'
import { testConfig } from '#tests/support/test-config.ts'

const { channels } = testConfig()
const trusting = { ...channels, twilio: { vouchesForSms: true } as NonNullable<typeof channels.twilio> }

const from = (channel: string, id: string, verified = {}, given = channels) => {
  const message = {
    ...inbound({ receivedAt: 5, sender: { id, verified } }),
    address: { channel, account: 'A', key: id },
  }
  const vouchings = vouchingsOf(message, given)
  return { vouchings, identities: identitiesOf(vouchings, message.address, id) }
}

describe('what a channel vouches for', () => {
  test.each([
    ['whatsapp', '6581234567'],
    ['twilio', 'whatsapp:+6581234567'],
  ])('%s proved the number of %s', (channel, id) => {
    const { vouchings, identities } = from(channel, id)

    expect(vouchings).toEqual([{ how: 'channel', at: 5, values: { phone: '+6581234567' } }])
    expect(identities).toEqual([{ what: 'phone', value: '6581234567' }])
  })

  test.each([
    ['an SMS, whose sender anybody can write', 'twilio', '+6581234567'],
    ['a short code', 'twilio', '12345'],
    ['a sender that is a name', 'twilio', 'BANK'],
    ['what only begins as a number of WhatsApp', 'twilio', 'whatsapp:+6581234567;+6599999999'],
  ])('nothing by %s', (_, channel, id) => {
    expect(from(channel, id)).toEqual({ vouchings: [], identities: [] })
  })

  test('an SMS counts where the company says that it trusts them', () => {
    expect(from('twilio', '+6581234567', {}, trusting).identities).toEqual([{ what: 'phone', value: '6581234567' }])
    expect(from('twilio', 'BANK', {}, trusting).identities).toEqual([])
  })

  test.each([
    ['telegram', '6581234567', '6581234567'],
    ['whatsapp', 'US.13491208655302741918', 'US.13491208655302741918'],
    ['slack', 'U0456', 'A:U0456'],
  ])('an id of %s is its own, and no number', (channel, id, value) => {
    expect(from(channel, id)).toEqual({ vouchings: [], identities: [{ what: channel, value }] })
  })
})

test('what the company says with a message is looked for, and what nobody is found by is not', () => {
  const { identities } = from('standard', 'u-17', { email: 'Ada@example.com', plan: 'pro', customer: 'u-1' })

  expect(identities).toEqual([{ what: 'email', value: 'ada@example.com' }])
})

test('only a token names the customer', () => {
  const signedIn = { id: 'c-1', verified: { email: 'ada@example.com' } }
  const message = inbound({ receivedAt: 5, sender: { id: 'visitor-9', verified: { customer: 'u-1' }, signedIn } })

  expect(identitiesOf(vouchingsOf(message, channels), message.address, 'visitor-9')).toEqual([
    { what: 'email', value: 'ada@example.com' },
    { what: 'customer', value: 'c-1' },
  ])
})
