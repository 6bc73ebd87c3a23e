import { expect, test } from 'vitest'
import { UnknownOutcomeError } from '#shared/handoff/errors.ts'
import { resolve } from '#shared/handoff/resolve.ts'
import { ann } from '#tests/support/desk.ts'
import { openHeldDesk } from '#tests/support/held-desk.ts'
import { hours, openSweepDesk } from '#tests/support/sweep-desk.ts'

test('closes the conversation, writes its record and frees the agent', async () => {
  const { desk, id, held } = await openHeldDesk()
  const now = desk.ports.clock()
  await desk.say(ann, id, 'Done.')

  await resolve(desk.ports, desk.config, { ...desk.request(ann, id), outcome: 'solved', noteId: 'note' })

  const { state, handoff } = await desk.read(id)
  expect(state).toMatchObject({ status: 'closed', epoch: 4 })
  for (const gone of ['team', 'handoffId', 'agentId', 'leaseUntil', 'timerAt']) expect(state).not.toHaveProperty(gone)
  expect(handoff).toMatchObject({ status: 'closed', outcome: 'solved', endedAt: now, endedBy: 'ann' })
  expect(await desk.ports.threads.readConversations(state.threadId)).toMatchObject([
    { id: state.conversationId, startedAt: held.state.startedAt, closedAt: now, messages: 3, outcome: 'solved' },
  ])
  expect((await desk.ports.agents.readState('ann'))?.open).toEqual([])
  expect((await desk.ports.line.head('care', () => Number.MAX_SAFE_INTEGER)).expired).toEqual([])
  expect(await desk.ports.tickets.count('care')).toBe(1)
})

test('a note is kept with it, and counted', async () => {
  const { desk, id, held } = await openHeldDesk()

  await resolve(desk.ports, desk.config, { ...desk.request(ann, id), outcome: 'solved', note: 'sent', noteId: 'note' })

  const all = await desk.ports.threads.readMessages(held.state.threadId)
  expect(all.at(-1)).toMatchObject({ id: 'note', text: 'sent', internal: true })
  expect(await desk.ports.threads.readConversations(held.state.threadId)).toMatchObject([{ messages: 3 }])
})

test('an outcome of nobody’s is refused, and those that are allowed are named', async () => {
  const { desk, id } = await openHeldDesk()
  const request = { ...desk.request(ann, id), outcome: 'fine', noteId: 'note' }

  await expect(resolve(desk.ports, desk.config, request)).rejects.toThrow(
    new UnknownOutcomeError('fine', desk.config.outcomes),
  )

  expect((await desk.read(id)).state.status).toBe('claimed')
})

test('where no agent said a word, the timer rings once more: both queues may have lost the notice', async () => {
  const desk = openSweepDesk()
  const { state, handoff } = await desk.waits(1)
  await desk.looksAt(state.threadId)
  await desk.claimed(ann)
  const { threadId, conversationId } = state
  const at = desk.ports.clock()
  const lost = { threadId, conversationId, id: 'lost', at, author: { kind: 'system' as const }, text: 'Lost' }
  await desk.commit([{ kind: 'message-added', message: { ...lost, delivery: 'pending' }, unlisted: true }])
  await resolve(desk.ports, desk.config, { ...desk.request(ann, handoff.id), outcome: 'spam', noteId: 'note' })

  desk.ports.clock.advance(hours(1))
  await desk.sweeps()
  await desk.sweeps()

  expect(desk.told()).toContain('Lost')
  expect((await desk.ports.threads.readNewest(state.threadId, 1)).state).not.toHaveProperty('timerAt')
})
