import { expect, test } from 'vitest'
import { tokenOf } from '#tests/support/agent-event.ts'
import { cleo, memoryApi } from './memory-api.ts'

const claim = { route: 'POST /teams/{team}/claim', path: { team: 'care' } }
const deep = `${'['.repeat(33)}${']'.repeat(33)}`

test.each([
  ['no body', undefined, 415],
  ['a body that is no JSON', '{"claimId":', 400],
  ['JSON that is no object', '[]', 400],
  ['JSON null', 'null', 400],
  ['no claimId', {}, 400],
  ['an empty claimId', { claimId: '' }, 400],
  ['a claimId too long', { claimId: 'x'.repeat(129) }, 400],
  ['a claimId that is no text', { claimId: 1 }, 400],
  ['a field that is not documented', { claimId: 'c', team: 'billing' }, 400],
  ['a body nested too deep', deep, 400],
  ['a body too large', { claimId: 'x'.repeat(300_000) }, 413],
])('a claim with %s is a problem, and nobody is claimed', async (_, body, status) => {
  const api = memoryApi()
  await api.waits()

  const reply = await api.call({ ...claim, body })

  expect(reply).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' }, body: { status } })
  expect(await api.line.countWaiting('care', 10)).toBe(1)
})

test.each(['-1', '21', '1.5', '1e1', '0x5', ' 1', '', '1,2', 'NaN'])('refuses to wait %j seconds', async (wait) => {
  const api = memoryApi()

  const reply = await api.call({ ...claim, query: { wait }, body: { claimId: 'c' } })

  expect(reply).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/^query: wait: must be/) } })
})

test.each([
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['application/jsonp', 415],
  ['application/json', 204],
  ['application/json; charset=utf-8', 204],
  ['APPLICATION/JSON', 204],
])('a body of type %s is answered with %i', async (type, status) => {
  const api = memoryApi()

  const reply = await api.call({ ...claim, body: { claimId: 'c' }, headers: { 'content-type': type } })

  expect(reply.status).toBe(status)
})

test('a body in base64 is read as what it is', async () => {
  const api = memoryApi()
  const body = Buffer.from(JSON.stringify({ claimId: 'c' })).toString('base64')

  const reply = await api.call({ ...claim, body }, { isBase64Encoded: true })

  expect(reply.status).toBe(204)
})

test.each(['a b', 'é', 'x'.repeat(129)])('refuses the idempotency key %j', async (key) => {
  const api = memoryApi()

  const reply = await api.call({ ...claim, body: { claimId: 'c' }, headers: { 'idempotency-key': key } })

  expect(reply).toMatchObject({ status: 400, body: { detail: expect.stringContaining('idempotency-key') } })
})

test('whoever calls is known before what they send is looked at', async () => {
  const api = memoryApi()

  const stranger = await api.call({ ...claim, body: '{', token: undefined })
  const noAdmin = await api.call({ route: 'PUT /customers/{id}', path: { id: 'u-17' }, body: '{', token: cleo })

  expect([stranger.status, noAdmin.status]).toEqual([401, 403])
})

test.each([
  ['blank text', { text: ' \n ' }],
  ['no text', { text: '' }],
  ['a text too long', { text: 'x'.repeat(20_001) }],
])('refuses a message with %s', async (_, body) => {
  const api = memoryApi()
  const { handoff } = await api.waits()
  await api.call({ ...claim, body: { claimId: 'c' } })

  const reply = await api.call({ route: 'POST /handoffs/{id}/messages', path: { id: handoff.id }, body })

  expect(reply.status).toBe(400)
  expect(await api.threads.readMessages(handoff.threadId)).toHaveLength(2)
})

test('stores half a character as the sign for it, since it could be neither stored nor sent', async () => {
  const api = memoryApi()
  const { handoff } = await api.waits()
  await api.call({ ...claim, body: { claimId: 'c' } })

  const reply = await api.call({
    route: 'POST /handoffs/{id}/messages',
    path: { id: handoff.id },
    body: '{"text":"half \\ud83d of it"}',
  })

  expect(reply).toMatchObject({ status: 201, body: { text: 'half \ufffd of it' } })
})

test.each([
  ['from after to', { from: '2026-11-23', to: '2026-11-22' }],
  ['more than 92 days', { from: '2026-01-01', to: '2026-11-22' }],
  ['a day that is none', { from: '2026-02-31', to: '2026-03-02' }],
  ['a day in words', { from: 'yesterday' }],
  ['a page of another list', { after: 'abc' }],
  ['a kind that is none', { kind: 'success' }],
])('refuses a log with %s', async (_, query) => {
  const api = memoryApi()

  const reply = await api.call({ route: 'GET /handoffs', query })

  expect(reply).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/^query: /) } })
})

test('a route that is none is a problem too', async () => {
  const api = memoryApi()

  const reply = await api.call({ route: 'GET /nowhere' })

  expect(reply).toMatchObject({ status: 404, body: { code: 'unknown-route' } })
})

test('an error of ours tells nothing and is logged by its class', async () => {
  const broken = async () => {
    throw new RangeError('the customer wrote: my password is 12345')
  }
  const api = memoryApi({ line: { head: broken, list: broken, countWaiting: broken, measure: broken } })

  const reply = await api.call({ route: 'GET /teams/{team}/line', path: { team: 'care' } })

  expect(reply.status).toBe(500)
  expect(reply.text).not.toMatch(/password|RangeError|at /)
  expect(api.events).toMatchObject([
    { event: 'request.failed', operation: 'GET /teams/{team}/line', cause: 'RangeError' },
  ])
})

test('an error of ours is counted before the counts are published', async () => {
  const published: number[] = []
  const broken = async () => {
    throw new RangeError('broken')
  }
  const api = memoryApi(
    { line: { head: broken, list: broken, countWaiting: broken, measure: broken } },
    { onError: () => void published.push(api.events.length) },
  )

  await api.call({ route: 'GET /teams' })

  expect(published).toEqual([1])
})

test.each(['__proto__', 'constructor', 'toString'])('%s is no team, not even for those who serve all', async (team) => {
  const { call } = memoryApi()
  const token = tokenOf('sam', ['supervisor'])

  const reply = await call({ ...claim, path: { team }, body: { claimId: 'c-1' }, token })

  expect(reply).toMatchObject({ status: 404, body: { code: 'unknown-team' } })
})

test('half a character in a claimId claims like any other', async () => {
  const api = memoryApi()
  await api.waits()

  const reply = await api.call({ ...claim, body: '{"claimId":"c\\ud83d"}' })

  expect(reply.status).toBe(200)
  expect(await api.agents.readClaim('cleo', 'c\uFFFD')).toBeDefined()
})
