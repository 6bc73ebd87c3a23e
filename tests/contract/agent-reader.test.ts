import { expect, test } from 'vitest'
import { onEachTable } from '#tests/support/each-table.ts'

const at = 1_700_000_000_000
const took = (agentId: string, handoffId: string) =>
  ({ kind: 'agent-took', agentId, handoffId, capacity: 5, at }) as const

onEachTable((fresh) => {
  test('an agent who never took anything has no state', async () => {
    const { agents } = await fresh()

    expect(await agents.readState('ann')).toBeUndefined()
  })

  test('what an agent took is in hand, once each, until it is freed', async () => {
    const { agents, transactions } = await fresh()
    for (const id of ['h-2', 'h-1', 'h-2']) await transactions.commit(`take-${id}`, [took('ann', id)])
    await transactions.commit('bob', [took('bob', 'h-9')])

    expect(await agents.readState('ann')).toEqual({ id: 'ann', open: ['h-1', 'h-2'], seenAt: at })

    await transactions.commit('free', [{ kind: 'agent-freed', agentId: 'ann', handoffId: 'h-1', at: at + 1 }])
    expect(await agents.readState('ann')).toEqual({ id: 'ann', open: ['h-2'], seenAt: at + 1 })
  })

  test('an agent with nothing left in hand is free, and may take again', async () => {
    const { agents, transactions } = await fresh()
    await transactions.commit('take', [took('ann', 'h-1')])

    await transactions.commit('free', [{ kind: 'agent-freed', agentId: 'ann', handoffId: 'h-1', at }])

    expect((await agents.readState('ann'))?.open).toEqual([])
    expect(await transactions.commit('again', [took('ann', 'h-2')])).toEqual({ ok: true })
  })

  test('a claim is found by its agent and its id alone', async () => {
    const { agents, transactions } = await fresh()
    const claim = { agentId: 'ann', claimId: 'c-1', handoffId: 'h-1' }
    await transactions.commit('claim', [{ kind: 'claim-recorded', ...claim, at }])

    expect(await agents.readClaim('ann', 'c-1')).toEqual(claim)
    expect(await agents.readClaim('bob', 'c-1')).toBeUndefined()
    expect(await agents.readClaim('ann', 'c-2')).toBeUndefined()
  })
})
