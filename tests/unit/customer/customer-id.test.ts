import { expect, test } from 'vitest'
import { customerIdOf } from '#shared/customer/customer-id.ts'

const idOn = (channel: string, id: string, account = 'one') => customerIdOf({ channel, account }, id)

test('on its own channel the company says who somebody is', () => {
  expect(idOn('standard', 'u-17')).toBe('u-17')
})

test.each(['twilio', 'whatsapp', 'messenger', 'instagram', 'telegram', 'line'])('an id of %s is its own', (channel) => {
  expect(idOn(channel, '6581234567')).toBe(`${channel}:6581234567`)
  expect(idOn(channel, '6581234567', 'another account')).toBe(`${channel}:6581234567`)
})

test('an id of Slack is one of its team', () => {
  expect(idOn('slack', 'U1', 'T1')).toBe('slack:T1:U1')
  expect(idOn('slack', 'U1', 'T2')).toBe('slack:T2:U1')
})
