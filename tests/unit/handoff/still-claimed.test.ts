import { expect, test } from 'vitest'
import { stillClaimed } from '#shared/handoff/still-claimed.ts'

const order = { what: 'order-number', value: '20517', messageId: 'm-900', at: 900 } as const
const email = { what: 'email', value: 'Ada@example.com', messageId: 'm-900', at: 900 } as const
const customer = { verifications: [], claims: [email, order] }

test('what was claimed and is vouched for since is a claim no more', () => {
  expect(stillClaimed({ ...customer, verified: { email: 'ada@example.com' } })).toEqual([order])
})

test('what nobody vouched for stays one', () => {
  expect(stillClaimed({ ...customer, verified: { email: 'bob@example.com' } })).toEqual([email, order])
  expect(stillClaimed({ verified: {}, verifications: [] })).toEqual([])
})
