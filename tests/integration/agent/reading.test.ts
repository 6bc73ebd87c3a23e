import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryOutbound } from '#tests/support/memory-queues.ts'
import { startApi } from './api-under-test.ts'
import { admin, ben, cleo, supervisor } from './documented-requests.ts'

let cloud: Awaited<ReturnType<typeof startApi>>
beforeAll(async () => {
  cloud = await startApi()
})
afterAll(() => cloud.stop())

const conversation = (id: string) => ({ route: 'GET /conversations/{id}', path: { id } })

test('the lines of an agent are those of the token; a supervisor has them all', async () => {
  const { call, waits } = await cloud.fresh()
  await waits()
  await waits()

  const own = await call({ route: 'GET /teams', token: cleo })
  const all = await call({ route: 'GET /teams', token: supervisor })

  expect(own.body.teams).toEqual([
    { id: 'care', name: 'Customer Care', languages: ['en', 'de'], open: true, waiting: 2, capacity: 3 },
  ])
  expect(all.body.teams).toMatchObject([{ id: 'care' }, { id: 'billing' }])
})

test('a line is shown in order, page by page, with both times', async () => {
  const { call, waits } = await cloud.fresh()
  const now = cloud.clock()
  const started = [300, 100, 200].map((seconds) => now - seconds * 1_000)
  for (const startedAt of started) await waits({ startedAt, openedAt: startedAt + 40_000 })
  const line = { route: 'GET /teams/{team}/line', path: { team: 'care' }, token: cleo }

  const first = await call({ ...line, query: { limit: '2' } })
  const second = await call({ ...line, query: { limit: '2', after: String(first.body.next) } })

  expect(first.body.waiting).toMatchObject([
    { totalSeconds: 300, waitSeconds: 260 },
    { totalSeconds: 200, waitSeconds: 160 },
  ])
  expect(second.body.waiting).toMatchObject([{ totalSeconds: 100, waitSeconds: 60 }])
})

test('a thread is read whole, by whom it concerns or once concerned, and is absent for everybody else', async () => {
  const { call, claimed } = await cloud.fresh()
  const { handoff, state } = await claimed(cleo)
  const before = await call({ ...conversation(state.conversationId), token: ben })
  const body = { team: 'billing', reason: 'a disputed charge' }
  await call({ route: 'POST /handoffs/{id}/transfer', path: { id: handoff.id }, body, token: cleo })

  const replies = await Promise.all(
    [cleo, ben, supervisor, admin].map((token) => call({ ...conversation(state.conversationId), token })),
  )

  expect(before.status).toBe(404)
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(replies[0]?.body).toMatchObject({
    id: state.conversationId,
    status: 'waiting',
    startedAt: new Date(state.startedAt).toISOString(),
    messages: [{}, {}, { internal: true }, { author: { kind: 'system' } }],
    handoffs: [{ id: handoff.id, brief: { receipt: { messages: 4 } } }],
    previous: [],
  })
})

test.each(['.1', '.0', '.2', '.01x'])('a conversation that is none is not found: <thread>%s', async (end) => {
  const { call, waits } = await cloud.fresh()
  const { state } = await waits()
  const id = end === '.1' ? `${'0'.repeat(24)}.1` : `${state.threadId}${end}`

  const reply = await call({ ...conversation(id), token: supervisor })

  expect(reply).toMatchObject({ status: 404, body: { code: 'unknown-conversation' } })
})

test('the log holds what the caller may see, filtered and in pages', async () => {
  const { call, waits } = await cloud.fresh()
  for (const [team, trigger] of [
    ['care', 'frustration'],
    ['billing', 'billing-dispute'],
    ['care', 'asked-for-human'],
  ] as const)
    await waits({ team, trigger })
  const log = { route: 'GET /handoffs' }

  const own = await call({ ...log, token: cleo })
  const all = await call({ ...log, query: { limit: '2' }, token: supervisor })
  const rest = await call({ ...log, query: { limit: '2', after: String(all.body.next) }, token: supervisor })
  const some = await call({ ...log, query: { trigger: 'frustration' }, token: supervisor })
  const older = await call({ ...log, query: { from: '2026-10-01', to: '2026-11-01' }, token: supervisor })

  expect(own.body.handoffs).toMatchObject([{ trigger: 'frustration' }, { trigger: 'asked-for-human' }])
  expect(all.body.handoffs).toMatchObject([{ team: 'care' }, { team: 'billing' }])
  expect(rest.body.handoffs).toMatchObject([{ trigger: 'asked-for-human' }])
  expect(rest.body).not.toHaveProperty('next')
  expect(some.body.handoffs).toMatchObject([{ trigger: 'frustration' }])
  expect(older.body.handoffs).toEqual([])
})

test('the log is a table for who asks for one, with its next page in the link', async () => {
  const { call, waits } = await cloud.fresh()
  await waits()
  await waits()

  const { headers, text } = await call({
    route: 'GET /handoffs',
    query: { limit: '1' },
    headers: { accept: 'text/csv' },
    token: cleo,
  })

  expect(headers['content-type']).toMatch(/^text\/csv/)
  expect(headers.link).toMatch(/^<\/handoffs\?from=[\w%.-]+&to=[\w%.-]+&limit=1&after=[\w-]+>; rel="next"$/)
  expect(text.split('\r\n')).toHaveLength(3)
})

test('the week counts its handoffs, for supervisors alone', async () => {
  const { call, waits } = await cloud.fresh()
  await waits()
  const week = { route: 'GET /reports/weekly', query: { week: '2026-W48' } }

  const report = await call({ ...week, token: supervisor })
  const refused = await call({ ...week, token: cleo })
  const impossible = await call({ ...week, query: { week: '2026-W60' }, token: supervisor })

  expect(report.body).toMatchObject({ week: '2026-W48', figures: { handoffs: 1, teams: { care: 1 } } })
  expect([refused.status, impossible.status]).toEqual([403, 400])
})

test('a reply is committed even when the queue is away, and the sweep will find it pending', async () => {
  const outbound = { ...memoryOutbound(), send: () => Promise.reject(new Error('away')) }
  const { call, claimed, ports } = await cloud.fresh({ outbound })
  const { handoff } = await claimed(cleo)

  const reply = await call({
    route: 'POST /handoffs/{id}/messages',
    path: { id: handoff.id },
    body: { text: 'Hello' },
    token: cleo,
  })

  expect(reply).toMatchObject({ status: 201, body: { delivery: 'pending' } })
  expect((await ports.threads.readMessages(handoff.threadId)).at(-1)).toMatchObject({ text: 'Hello' })
})
