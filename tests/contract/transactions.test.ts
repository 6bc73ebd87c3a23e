import { describe, expect, test } from 'vitest'
import { refusedKinds } from '#shared/handoff/change.ts'
import { onEachTable } from '#tests/support/each-table.ts'

import {
  accepted,
  claimed,
  entry,
  handoff,
  message,
  refused,
  seeded,
  startedAt,
  state,
  threadId,
  threadPatch,
  titled,
  took,
} from './change-cases.ts'

onEachTable((fresh) => {
  describe('accepts', () => {
    test.each(titled(accepted))('%s', async (_, { there: before, change }) => {
      const { transactions } = await fresh()
      if (before.length > 0) await transactions.commit('before', before)

      expect(await transactions.commit('now', [change])).toEqual({ ok: true })
    })
  })

  describe('refuses', () => {
    test.each(titled(refused))('%s', async (_, { there: before, change }) => {
      const { transactions } = await fresh()
      if (before.length > 0) await transactions.commit('before', before)

      const committed = await transactions.commit('now', [change])

      expect(committed).toMatchObject({ ok: false, refusals: [{ kind: change.kind, index: 0 }] })
    })
  })

  test('one refused change leaves all the others unwritten', async () => {
    const { transactions, threads, line } = await fresh()
    await transactions.commit('before', seeded.changes)

    const committed = await transactions.commit('now', [
      { kind: 'message-added', message },
      { kind: 'line-left', entry },
      threadPatch({ epoch: 1 }),
    ])

    expect(committed).toMatchObject({ ok: false, refusals: [{ kind: 'thread-changed', index: 2 }] })
    expect(await threads.readMessage(threadId, message.at, message.id)).toBeUndefined()
    expect((await line.head('care', () => startedAt)).first).toEqual(entry)
  })

  test('every refusal is told, with the record that stood in the way', async () => {
    const { transactions } = await fresh()
    await transactions.commit('before', [claimed('ann'), took('ann', 'h-1', 1)])

    const committed = await transactions.commit('now', [claimed('ann'), took('ann', 'h-2', 1)])

    expect(refusedKinds(committed)).toEqual(['claim-recorded', 'agent-took'])
    expect(committed).toMatchObject({ refusals: [{ existing: { handoffId: handoff.id } }, {}] })
  })

  test('a patch sets, removes and adds, and leaves the rest alone', async () => {
    const { transactions, threads } = await fresh()
    await transactions.commit('before', seeded.changes)

    await transactions.commit('now', [
      threadPatch({ epoch: 2 }, { set: { language: 'fr', epoch: 3 }, remove: ['handoffId'], add: { messages: 2 } }),
    ])

    const { state: now } = await threads.readNewest(threadId, 1)
    const { handoffId, ...rest } = state
    expect(now).toEqual({ ...rest, language: 'fr', epoch: 3, messages: 4, attemptId: 'now' })
  })

  test('a repeat whose first try went through counts as committed, and is written once', async () => {
    const { transactions, threads } = await fresh()
    await transactions.commit('before', seeded.changes)
    const change = threadPatch({ epoch: 2 }, { set: { epoch: 3 }, add: { messages: 1 } })

    const first = await transactions.commit('mine', [change, { kind: 'message-added', message }])
    const second = await transactions.commit('mine', [change, { kind: 'message-added', message }])

    expect([first, second]).toEqual([{ ok: true }, { ok: true }])
    expect((await threads.readNewest(threadId, 1)).state?.messages).toBe(3)
  })

  test('a repeat recognises itself on the handoff alone', async () => {
    const { transactions } = await fresh()

    await transactions.commit('mine', [{ kind: 'handoff-opened', handoff }])

    expect(await transactions.commit('mine', [{ kind: 'handoff-opened', handoff }])).toEqual({ ok: true })
  })

  test('somebody else with the same change is refused', async () => {
    const { transactions } = await fresh()
    await transactions.commit('before', seeded.changes)
    const change = threadPatch({ epoch: 2 }, { set: { epoch: 3 } })
    await transactions.commit('mine', [change])

    expect(await transactions.commit('another', [change])).toMatchObject({ ok: false })
  })

  test('of many who leave the line with the same entry one succeeds', async () => {
    const { transactions } = await fresh()
    await transactions.commit('before', seeded.changes)

    const tries = Array.from({ length: 12 }, (_, n) =>
      transactions.commit(`claim-${n}`, [
        { kind: 'line-left', entry },
        threadPatch({ epoch: 2 }, { set: { epoch: 3 } }),
      ]),
    )

    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('one record twice in a transaction is an error, not a refusal', async () => {
    const { transactions } = await fresh()

    const commit = transactions.commit('now', [took('ann', 'h-1', 3), took('ann', 'h-2', 3)])

    await expect(commit).rejects.toThrow()
  })
})
