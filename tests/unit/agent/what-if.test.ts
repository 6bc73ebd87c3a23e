import { expect, test } from 'vitest'
import { tokenOf } from '#tests/support/agent-event.ts'
import { memoryWhatIf } from '#tests/support/memory-what-if.ts'
import { doneStanding, runningStanding, toldGone } from '#tests/support/what-if-job.ts'
import { cleo, memoryApi } from './memory-api.ts'

const sue = tokenOf('sue', ['supervisor'], 'Sue')
const day = 86_400_000

const api = () => {
  const whatIf = memoryWhatIf()
  const { call, clock } = memoryApi({ whatIf })
  const config = { triggers: { frustration: { certain: 0.9 } } }
  const ask = (body: object = { config }, token = sue) => call({ route: 'POST /what-if', body, token })
  const read = (id: string, token = sue) => call({ route: 'GET /what-if/{id}', path: { id }, token })
  const list = (id: string, query: Record<string, string> = {}) =>
    call({ route: 'GET /what-if/{id}/differences', path: { id }, query, token: sue })
  return { ...whatIf, clock, config, ask, read, list }
}

test('a question is taken, and says where it is answered', async () => {
  const { ask, read, sent, clock } = api()

  const { status, headers, body } = await ask()

  expect(status).toBe(202)
  expect(headers?.location).toBe(`/what-if/${body.id}`)
  expect(body).toMatchObject({ state: 'queued', from: new Date(clock() - 28 * day).toISOString() })
  expect(sent).toEqual([body.id])
  expect((await read(body.id)).body).toEqual(body)
})

test('its period is days, as the log is asked for, or moments', async () => {
  const { ask, config } = api()

  const { status, body } = await ask({ config, from: '2026-11-02', to: '2026-11-16T10:00:00+01:00' })

  expect(status).toBe(202)
  expect(body).toMatchObject({ from: '2026-11-02T00:00:00.000Z', to: '2026-11-16T09:00:00.000Z' })
})

test('it says how far it is, and then what came of it', async () => {
  const { ask, read, list, jobs, clock } = api()
  const { id } = (await ask()).body
  const job = await jobs.read(id)
  if (!job) throw new Error('it is there')
  await jobs.begin(id, runningStanding('r1', clock()))
  expect((await read(id)).body).toMatchObject({ state: 'running', progress: { turns: 10 } })
  expect((await list(id)).status).toBe(404)

  for (const page of [0, 1]) await jobs.keep(job, page, [{ ...toldGone, conversationId: `t1.${page}` }])
  await jobs.goOn(id, doneStanding('r1', clock()))

  expect((await read(id)).body).toMatchObject({
    state: 'done',
    result: { turns: 12, stretches: 0, differences: { found: 1, kept: 1 } },
  })
  const first = await list(id)
  expect(first.body.differences).toMatchObject([{ conversationId: 't1.0', before: { asked: 'I told you twice now' } }])
  const second = await list(id, { after: first.body.next })
  expect(second.body).toMatchObject({ differences: [{ conversationId: 't1.1' }] })
  expect(second.body.next).toBeUndefined()
  expect((await list(id, { kind: 'new' })).body.differences).toEqual([])
})

test('a run that fell silent is said to have died', async () => {
  const { ask, read, jobs, clock } = api()
  const { id } = (await ask()).body
  await jobs.begin(id, runningStanding('r1', clock() - 10 * 60_000))

  expect((await read(id)).body).toMatchObject({ state: 'failed', failure: 'died' })
})

test.each([
  [{ config: { triggers: { frustration: { certain: 3 } } } }, 'triggers.frustration.certain: 3 is not allowed'],
  [{ config: { model: {} } }, 'model: cannot be tried'],
  [{ config: 'code()' }, 'body: config'],
  [{}, 'body: config'],
  [{ config: {}, from: '2026-11-20T00:00:00Z', to: '2026-11-19T00:00:00Z' }, 'from: must be before to'],
  [{ config: {}, from: '2026-01-01T00:00:00Z', to: '2026-11-19T00:00:00Z' }, 'at most 92 days'],
  [{ config: {}, from: 'last monday' }, 'body: from: must be a date such as 2026-11-23 or a date-time such as'],
  [{ config: {}, to: '2030-01-01T00:00:00Z' }, 'to: must not be in the future'],
])('%j is a bad request: %s', async (body, problem) => {
  const { ask, sent } = api()

  const refused = await ask(body)

  expect(refused.status).toBe(400)
  expect(refused.text).toContain(problem)
  expect(sent).toEqual([])
})

test('a second question waits for the first to be answered, unless it is the same', async () => {
  const { ask, clock } = api()
  const to = new Date(clock() - day).toISOString()
  const first = await ask({ config: {}, to })

  expect((await ask({ config: {}, to })).body.id).toBe(first.body.id)
  const other = await ask({ config: { defaultTeam: 'billing' }, to })

  expect(other.status).toBe(409)
  expect(other.body).toMatchObject({ code: 'what-if-under-way' })
})

test('what nobody asked, or is forgotten, is not found, and it is for supervisors', async () => {
  const { ask, read } = api()

  expect(await read('wi_none')).toMatchObject({ status: 404, body: { code: 'unknown-what-if' } })
  expect((await ask({ config: {} }, cleo)).status).toBe(403)
  expect((await read('wi_none', cleo)).status).toBe(403)
})
