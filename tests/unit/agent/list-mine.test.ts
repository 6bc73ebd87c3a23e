import { expect, test } from 'vitest'
import { memoryPorts } from '#tests/support/ports.ts'
import { memoryApi } from './memory-api.ts'

test('what was given back while it was being listed is mine no more', async () => {
  const { agents } = memoryPorts()
  const released: string[] = []
  const readState = async (id: string) => ({ id, open: released, seenAt: 0 })
  const api = memoryApi({ agents: { ...agents, readState } })
  const { handoff } = await api.waits()
  released.push(handoff.id)

  const reply = await api.call({ route: 'GET /agents/me/handoffs' })

  expect(reply.body).toEqual({ handoffs: [] })
})
