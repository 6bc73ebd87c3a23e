import { expect, test } from 'vitest'
import { tokenOf } from '#tests/support/agent-event.ts'
import { cleo, memoryApi } from './memory-api.ts'

const me = { route: 'GET /agents/me' }

test('a desk learns who the token names, and what the company lets it choose from', async () => {
  const { call, config } = memoryApi()

  const { status, body } = await call(me)

  expect(status).toBe(200)
  expect(body).toMatchObject({
    agent: { id: 'cleo', name: 'Cleo', supervisor: false, admin: false },
    company: { name: config.company.name },
    outcomes: config.outcomes,
    leaseSeconds: config.lease.seconds,
  })
})

test('every team is there to pass on to, and one knows which are one’s own', async () => {
  const { call } = memoryApi()
  const mine = (body: { teams: { id: string; mine: boolean }[] }) => body.teams.map(({ id, mine }) => [id, mine])

  const own = await call({ ...me, token: cleo })
  const all = await call({ ...me, token: tokenOf('sue', ['supervisor'], 'Sue') })

  expect(mine(own.body)).toEqual([
    ['care', true],
    ['billing', false],
  ])
  expect(mine(all.body)).toEqual([
    ['care', true],
    ['billing', true],
  ])
})
