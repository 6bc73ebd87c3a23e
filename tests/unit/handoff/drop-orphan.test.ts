import { expect, test } from 'vitest'
import type { Transactions } from '#shared/handoff/change.ts'
import { claim } from '#shared/handoff/claim.ts'
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
  const { handoff } = await desk.waits(90)
  let conflicts = 4
  const transactions: Transactions = {
    commit: async (attemptId, changes) => {
      const isClaim = changes.some(({ kind }) => kind === 'claim-recorded')
      if (!isClaim || conflicts === 0) return desk.ports.transactions.commit(attemptId, changes)
      conflicts -= 1
      return { ok: false, refusals: [] }
    },
  }

  const command = { agent: ann, team: 'care', claimId: 'claim-1', waitSeconds: 0 }
  const claimed = await claim({ ...desk.ports, transactions }, desk.config, command)

  expect(conflicts).toBe(0)
  expect(claimed?.handoff.id).toBe(handoff.id)
})
