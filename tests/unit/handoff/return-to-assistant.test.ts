import { expect, test } from 'vitest'
import { returnToAssistant } from '#shared/handoff/return-to-assistant.ts'
import { ann } from '#tests/support/desk.ts'
import { openHeldDesk } from '#tests/support/held-desk.ts'

test('ends the handoff, gives the assistant the word, and tells the customer', async () => {
  const { desk, id, held } = await openHeldDesk()
  const now = desk.ports.clock()

  await returnToAssistant(desk.ports, desk.config, { ...desk.request(ann, id), noticeId: 'notice' })

  const { state, handoff } = await desk.read(id)
  expect(state).toMatchObject({
    status: 'assistant',
    epoch: 4,
    messages: 3,
    assistantSince: now,
    startedAt: held.state.startedAt,
  })
  expect(state.timerAt).toBeGreaterThan(now)
  for (const gone of ['team', 'handoffId', 'agentId', 'leaseUntil']) expect(state).not.toHaveProperty(gone)
  expect(handoff).toMatchObject({ status: 'returned', outcome: 'returned-to-assistant', endedAt: now, endedBy: 'ann' })
  expect(desk.ports.outbound.sent).toMatchObject([{ message: { id: 'notice', author: { kind: 'system' } } }])
  expect((await desk.ports.agents.readState('ann'))?.open).toEqual([])
})

test('the conversation is in nobody’s line, and its ticket is gone', async () => {
  const { desk, id, other } = await openHeldDesk()

  await returnToAssistant(desk.ports, desk.config, { ...desk.request(ann, id), noticeId: 'notice' })

  expect((await desk.ports.line.list('care', { limit: 9 })).entries).toEqual([other.entry])
  expect((await desk.ports.line.head('care', () => Number.MAX_SAFE_INTEGER)).expired).toEqual([])
  expect(await desk.ports.tickets.count('care')).toBe(1)
})
