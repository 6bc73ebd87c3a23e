import { expect, test } from 'vitest'
import { ann, openDesk } from '#tests/support/desk.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

test('an entry without a conversation behind it is taken out, and the next one is served', async () => {
  const desk = openDesk()
  const { entry } = waitingConversation({ key: 'vanished', startedAt: desk.ports.clock() - 9_000_000 })
  await desk.commit([{ kind: 'line-entered', entry }])
  const { handoff } = await desk.waits(90)

  const claimed = await desk.claimed(ann)

  expect(claimed.handoff.id).toBe(handoff.id)
  expect((await desk.ports.line.list('care', { limit: 10 })).entries).toEqual([])
  expect(desk.ports.events).toContainEqual({ event: 'line.orphan-dropped', team: 'care', handoffId: entry.handoffId })
})

test('an entry that waits is left where it is, however often the race for it is lost', async () => {
  const desk = openDesk()
  const { handoff, state } = await desk.waits(90)
  const disturb = async () => {
    const patch = { expect: {}, set: { epoch: state.epoch } }
    await desk.commit([{ kind: 'thread-changed', threadId: state.threadId, patch }])
  }
  desk.meanwhile(disturb)

  const claimed = await desk.claimed(ann)

  expect(claimed.handoff.id).toBe(handoff.id)
  expect(desk.ports.events.filter(({ event }) => event === 'line.orphan-dropped')).toEqual([])
})
