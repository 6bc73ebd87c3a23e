import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoCustomerStore } from '#shared/customer/dynamo-customer-store.ts'
import { dynamoSenderSpendings } from '#shared/customer/dynamo-sender-spendings.ts'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { type ApiUnderTest, startApi } from './api-under-test.ts'
import { admin, cleo, supervisor } from './documented-requests.ts'

let cloud: Awaited<ReturnType<typeof startApi>>
beforeAll(async () => {
  cloud = await startApi()
})
afterAll(() => cloud.stop())

const put = { route: 'PUT /customers/{id}', path: { id: 'u-17' } }
const erase = { route: 'DELETE /customers/{id}', path: { id: 'u-17' } }

const everything = async ({ table }: ApiUnderTest): Promise<readonly Record<string, unknown>[]> =>
  (await table.client.send(new ScanCommand({ TableName: table.name }))).Items ?? []

test('a profile is stored as it was put, and put again replaces it', async () => {
  const { call, ports } = await cloud.fresh()

  const first = await call({ ...put, body: { name: 'Ada', tier: 'gold' }, token: admin })
  const second = await call({ ...put, body: { name: 'Ada Lovelace' }, token: admin })

  const [now, later] = [cloud.clock(), cloud.clock() + 1]
  const told = (at: number) => new Date(at).toISOString()
  expect(first.body).toEqual({ id: 'u-17', name: 'Ada', tier: 'gold', updatedAt: told(now) })
  expect(second.body).toEqual({ id: 'u-17', name: 'Ada Lovelace', updatedAt: told(later) })
  expect(await ports.customers.read('u-17')).toEqual({
    customer: { id: 'u-17', name: 'Ada Lovelace', updatedAt: later },
  })
})

test('an identity that another customer has is refused by its name alone, and stays theirs', async () => {
  const { call, ports } = await cloud.fresh()
  const verified = { phone: '+6581234567', email: 'ada@example.com' }
  await call({ ...put, body: { verified }, token: admin })

  const body = { verified: { phone: '+65 8123 4567', email: 'mallory@example.com' } }
  const squatting = await call({ ...put, path: { id: 'u-66' }, body, token: admin })

  expect(squatting).toMatchObject({ status: 409, body: { code: 'identity-taken' } })
  expect(JSON.stringify(squatting.body)).toContain('verified.phone')
  expect(JSON.stringify(squatting.body)).not.toMatch(/u-17|email|6581234567/)
  expect(await ports.customers.read('u-66')).toEqual({})
})

test.each([
  ['a telephone number without its country', { verified: { phone: '8123 4567' } }],
  ['an id of its own', { id: 'u-18', name: 'Ada' }],
  ['a value below zero', { value: -1 }],
  ['a name that is no text', { name: 1 }],
  ['a language that is none', { language: 'English' }],
])('refuses a profile with %s, and stores nothing', async (_, body) => {
  const api = await cloud.fresh()

  const reply = await api.call({ ...put, body, token: admin })

  expect(reply.status).toBe(400)
  expect(await everything(api)).toEqual([])
})

test.each([
  ['an agent', cleo],
  ['a supervisor', supervisor],
])('neither writes nor erases for %s', async (_, token) => {
  const api = await cloud.fresh()
  await api.waits()
  const before = await everything(api)

  const replies = [await api.call({ ...put, body: { name: 'x' }, token }), await api.call({ ...erase, token })]

  expect(replies.map(({ status }) => status)).toEqual([403, 403])
  expect(await everything(api)).toEqual(before)
})

test('erasing leaves nothing of the customer: waiting, claimed, accepted or over, and others untouched', async () => {
  const api = await cloud.fresh()
  const { call, claimed, waits } = api
  await call({ ...put, body: { name: 'Ada' }, token: admin })
  await call({ ...put, path: { id: 'u-18' }, body: { name: 'Bob' }, token: admin })
  const [over, accepted] = [await claimed(cleo), await claimed(cleo)]
  await claimed(cleo)
  await waits()
  const resolve = { route: 'POST /handoffs/{id}/resolve', path: { id: over.handoff.id } }
  await call({ ...resolve, body: { outcome: 'solved', note: 'Ada was glad' }, token: cleo })
  await call({ route: 'POST /handoffs/{id}/accept', path: { id: accepted.handoff.id }, token: cleo })

  await dynamoSenderSpendings(api.table).step('u-17', { kind: 'begin', calls: 1, now: cloud.clock() }, 'day')
  const told = { channel: 'slack', account: 'T1', name: 'Ada L', until: cloud.clock() + 1_000 }
  await dynamoCustomerStore(api.table).remember('u-17', told)

  const reply = await call({ ...erase, token: admin })

  expect(reply).toMatchObject({ status: 200, body: { looks: 1, erased: { messages: 9, handoffs: 4, profiles: 3 } } })
  const left = await everything(api)
  expect(left.map(({ pk }) => String(pk)).filter((pk) => !/^(AGENT|SEEN|ERASED)#|^ERASURE$/.test(pk))).toEqual([
    'CUSTOMER#u-18',
  ])
  expect(JSON.stringify(left.filter(({ pk }) => pk !== 'ERASURE'))).not.toMatch(/Ada|a human|u-17/)
  expect(await api.ports.agents.readState('cleo')).toMatchObject({ open: [] })
})

test('after an erasure the line goes on, and the agent may claim again', async () => {
  const { call, waits } = await cloud.fresh()
  await waits()
  await call({ ...erase, token: admin })
  const next = await waits()

  const reply = await call({
    route: 'POST /teams/{team}/claim',
    path: { team: 'care' },
    body: { claimId: 'c-1' },
    token: cleo,
  })

  expect(reply.body).toMatchObject({ handoff: { id: next.handoff.id } })
})

test('erasing twice, or somebody who never was, is no error', async () => {
  const { call, waits } = await cloud.fresh()
  await waits()

  const replies = [
    await call({ ...erase, token: admin }),
    await call({ ...erase, token: admin }),
    await call({ ...erase, path: { id: 'nobody' }, token: admin }),
  ]

  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
})

test('a message that comes while a thread is erased is erased as well', async () => {
  const api = await cloud.fresh()
  const { state } = await api.waits()
  const { transactions } = api.ports
  const erasure = dynamoErasure(api.table)
  await transactions.commit('closing', [
    { kind: 'thread-changed', threadId: state.threadId, patch: { expect: {}, set: { status: 'closed' } } },
  ])
  const seen = await erasure.readThread(state.threadId)
  await transactions.commit('meanwhile', [
    { kind: 'thread-changed', threadId: state.threadId, patch: { expect: {}, set: { lastMessageAt: 1 } } },
  ])

  const first = await erasure.eraseThread(seen)
  const found = await erasure.threadsOf('u-17')
  const second = await erasure.eraseThread(await erasure.readThread(state.threadId))

  expect([first, found, second]).toEqual([false, [state.threadId], true])
})
