import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenOf } from '#tests/support/agent-event.ts'
import { startApi } from './api-under-test.ts'
import { ben, cleo } from './documented-requests.ts'

const dora = tokenOf('dora', ['care'], 'Dora')

let cloud: Awaited<ReturnType<typeof startApi>>
beforeAll(async () => {
  cloud = await startApi()
})
afterAll(() => cloud.stop())

const at = (id: string, verb: string) => ({ route: `POST /handoffs/{id}/${verb}`, path: { id } })
const claimOf = (team: string, claimId: string) => ({
  route: 'POST /teams/{team}/claim',
  path: { team },
  body: { claimId },
})

test('a claim hands over the longest conversation, whole, with a receipt for every message of it', async () => {
  const { call, waits } = await cloud.fresh()
  const longest = await waits()
  await waits()

  const { status, body } = await call({ ...claimOf('care', 'c-1'), token: cleo })

  const ids = longest.messages.map(({ id }) => id)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    leaseUntil: new Date(cloud.clock() + 120_000).toISOString(),
    handoff: {
      id: longest.handoff.id,
      status: 'claimed',
      agent: { id: 'cleo', name: 'Cleo' },
      brief: { receipt: { messages: 2, messageIds: ids } },
    },
    transcript: ids.map((id) => ({ id })),
  })
})

test('the same claim again is the same conversation; another one is the next', async () => {
  const { call, waits } = await cloud.fresh()
  await waits()
  await waits()

  const [first, again] = [
    await call({ ...claimOf('care', 'c-1'), token: cleo }),
    await call({ ...claimOf('care', 'c-1'), token: cleo }),
  ]
  const next = await call({ ...claimOf('care', 'c-2'), token: cleo })

  expect(again.body).toEqual(first.body)
  expect(next.body).not.toEqual(first.body)
})

test('nobody holds more than the capacity of the team', async () => {
  const { call, claimed, waits } = await cloud.fresh()
  for (let n = 0; n < 3; n += 1) await claimed(cleo)
  await waits()

  const fourth = await call({ ...claimOf('care', 'c-4'), token: cleo })
  const other = await call({ ...claimOf('care', 'c-4'), token: dora })

  expect(fourth).toMatchObject({ status: 409, body: { code: 'at-capacity' } })
  expect(other.status).toBe(200)
})

const writes = [
  ['heartbeat', undefined],
  ['accept', undefined],
  ['release', undefined],
  ['decline', undefined],
  ['messages', { text: 'hello' }],
  ['notes', { text: 'hello' }],
  ['transfer', { team: 'billing', reason: 'hello' }],
  ['return', undefined],
  ['resolve', { outcome: 'solved' }],
] as const

test.each(writes)(
  '%s: 409 to who does not hold it, 404 to who is not of the team, 410 once it is over',
  async (verb, body) => {
    const { call, claimed, waits, ports } = await cloud.fresh()
    const free = await waits()
    const request = (id: string) => ({ ...at(id, verb), ...(body && { body }) })

    const unheld = await call({ ...request(free.handoff.id), token: cleo })
    await claimed(dora)
    const elsewhere = await call({ ...request(free.handoff.id), token: cleo })
    const outside = await call({ ...request(free.handoff.id), token: ben })
    const before = await ports.handoffs.read(free.handoff.id)
    await call({ ...at(free.handoff.id, 'resolve'), body: { outcome: 'solved' }, token: dora })
    const over = await call({ ...request(free.handoff.id), token: dora })

    expect([unheld.status, elsewhere.status, outside.status, over.status]).toEqual([409, 409, 404, 410])
    expect(before?.handoff).toMatchObject({ status: 'claimed', agentId: 'dora' })
  },
)

test.each(['no-such-handoff', '0123456789abcdef01234567.1795428000000.1', 'x'.repeat(128)])(
  'a handoff that is none is not found: %s',
  async (id) => {
    const { call } = await cloud.fresh()

    const reply = await call({ ...at(id, 'accept'), token: cleo })

    expect(reply).toMatchObject({ status: 404, body: { code: 'unknown-handoff' } })
  },
)

test('a message repeated under its key is the same message, sent once', async () => {
  const { call, claimed, ports } = await cloud.fresh()
  const { handoff } = await claimed(cleo)
  const request = { ...at(handoff.id, 'messages'), headers: { 'idempotency-key': 'k-1' }, token: cleo }

  const first = await call({ ...request, body: { text: 'Hello' } })
  const again = await call({ ...request, body: { text: 'Hello' } })
  const other = await call({ ...request, body: { text: 'Hello' }, headers: { 'idempotency-key': 'k-2' } })

  expect([first.status, again.status, other.status]).toEqual([201, 201, 201])
  expect(again.body).toEqual(first.body)
  const stored = await ports.threads.readMessages(handoff.threadId)
  expect(stored.filter(({ author }) => author.kind === 'agent').map(({ id }) => id)).toEqual([
    first.body.id,
    other.body.id,
  ])
})

test('a transfer keeps the place, tells the next agent why, and is carried out once however often it is sent', async () => {
  const { call, claimed, waits } = await cloud.fresh()
  const moved = await claimed(cleo)
  await waits({ team: 'billing', startedAt: moved.state.startedAt + 5_000 })
  const request = {
    ...at(moved.handoff.id, 'transfer'),
    body: { team: 'billing', reason: 'a disputed charge' },
    headers: { 'idempotency-key': 'k-1' },
    token: cleo,
  }

  const replies = [await call(request), await call(request)]
  const taken = await call({ ...claimOf('billing', 'c-1'), token: ben })

  expect(replies.map(({ status }) => status)).toEqual([204, 204])
  expect(taken.body).toMatchObject({
    handoff: { id: moved.handoff.id, team: 'billing', counters: { transfers: 1 } },
    transcript: [{}, {}, { text: 'a disputed charge', internal: true }, { author: { kind: 'system' } }],
  })
})

test.each([
  ['transfer', { team: 'nowhere', reason: 'x' }, 'transfer-target'],
  ['transfer', { team: 'care', reason: 'x' }, 'transfer-target'],
  ['resolve', { outcome: 'magic' }, 'unknown-outcome'],
])('%s to what there is not is refused with what there is: %j', async (verb, body, code) => {
  const { call, claimed, ports } = await cloud.fresh()
  const { handoff } = await claimed(cleo)

  const reply = await call({ ...at(handoff.id, verb), body, token: cleo })

  expect(reply).toMatchObject({ status: 400, body: { code } })
  expect((await ports.handoffs.read(handoff.id))?.handoff.status).toBe('claimed')
})

test('mine are what I hold, longest first, and nobody else’s', async () => {
  const { call, claimed } = await cloud.fresh()
  const [first, second, third] = [await claimed(cleo), await claimed(cleo), await claimed(dora)]
  await call({ ...at(second.handoff.id, 'accept'), token: cleo })

  const mine = await call({ route: 'GET /agents/me/handoffs', token: cleo })
  const hers = await call({ route: 'GET /agents/me/handoffs', token: dora })

  expect(mine.body.handoffs).toMatchObject([
    { id: first.handoff.id, leaseUntil: expect.any(String) },
    { id: second.handoff.id, acceptedAt: expect.any(String) },
  ])
  expect(hers.body.handoffs).toMatchObject([{ id: third.handoff.id }])
})
