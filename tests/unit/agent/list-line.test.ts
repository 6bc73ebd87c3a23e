import { expect, test } from 'vitest'
import { memoryApi } from './memory-api.ts'

const line = { route: 'GET /teams/{team}/line', path: { team: 'care' } }
const minute = 60_000

test('the line is shown in its order: with head starts, which are shown beside the time that is a fact', async () => {
  const api = memoryApi()
  const now = api.clock()
  const longer = await api.waits({ key: 'longer', startedAt: now - 30 * minute })
  const ahead = await api.waits({ key: 'ahead', startedAt: now - 20 * minute, headStartMs: 15 * minute })

  const { body } = await api.call(line)

  expect(body.waiting).toMatchObject([
    { handoffId: ahead.handoff.id, totalSeconds: 20 * 60, headStartSeconds: 15 * 60 },
    { handoffId: longer.handoff.id, totalSeconds: 30 * 60 },
  ])
  expect(body.waiting[1]).not.toHaveProperty('headStartSeconds')
})

test('a page ends and the next begins where the order says, not where the times do', async () => {
  const api = memoryApi()
  const now = api.clock()
  await api.waits({ key: 'longer', startedAt: now - 30 * minute })
  await api.waits({ key: 'ahead', startedAt: now - 20 * minute, headStartMs: 15 * minute })

  const first = await api.call({ ...line, query: { limit: '1' } })
  const second = await api.call({ ...line, query: { limit: '1', after: first.body.next } })

  expect([first, second].map(({ body }) => body.waiting[0].totalSeconds)).toEqual([20 * 60, 30 * 60])
})
