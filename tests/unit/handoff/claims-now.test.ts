import { expect, test } from 'vitest'
import type { BriefCustomer } from '#shared/handoff/brief.ts'
import { claimsNow } from '#shared/handoff/claims-now.ts'
import type { Message } from '#shared/thread/message.ts'

const openedAt = 1_000
const message = (at: number, kind: Message['author']['kind'], text: string): Message => ({
  threadId: 'thread',
  id: `m-${at}`,
  conversationId: 'thread.1',
  at,
  author: { kind },
  text,
})
const order = { what: 'order-number', value: '20517', messageId: 'm-900', at: 900 } as const
const customer: BriefCustomer = { verified: { email: 'ada@example.com' }, verifications: [], claims: [order] }

test('a number that the customer writes while they wait is claimed as well, each once', () => {
  const transcript = [
    message(900, 'customer', 'Order number 20517 flickers, a human please'),
    message(1_100, 'customer', 'Call me on +44 20 7946 0958, it is order number 20517'),
  ]

  expect(claimsNow(customer, openedAt, transcript)).toEqual([
    order,
    { what: 'phone', value: '+44 20 7946 0958', messageId: 'm-1100', at: 1_100 },
  ])
})

test('what an agent writes is none, nor what the company vouches for', () => {
  const transcript = [
    message(1_100, 'agent', 'Is it order number 31111?'),
    message(1_200, 'customer', 'My mail is ada@example.com'),
  ]

  expect(claimsNow(customer, openedAt, transcript)).toEqual([order])
  expect(claimsNow({ verified: {}, verifications: [] }, openedAt, [])).toEqual([])
})

test('what was claimed and is vouched for since is a claim no more', () => {
  const claimed = { what: 'email', value: 'Ada@example.com', messageId: 'm-900', at: 900 } as const

  expect(claimsNow({ ...customer, claims: [claimed, order] }, openedAt, [])).toEqual([order])
  expect(claimsNow({ ...customer, verified: {}, claims: [claimed, order] }, openedAt, [])).toEqual([claimed, order])
})
