import { describe, expect, test } from 'vitest'
import type { Change } from '#shared/handoff/change.ts'
import { ann, type Desk } from '#tests/support/desk.ts'
import { leaseMs, openHeldDesk, verbs } from '#tests/support/held-desk.ts'
import { hours, minutes, openSweepDesk } from '#tests/support/sweep-desk.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

type Patched = Extract<Change, { kind: 'thread-changed' | 'handoff-changed' }>

/** The conditions of everything that is changed while somebody acts. */
const patchesOf = async ({ ports }: Desk, act: () => Promise<unknown>): Promise<readonly Patched[]> => {
  const patches: Patched[] = []
  ports.transactions.beforeCommit = (_, changes) => {
    patches.push(...changes.filter((change) => change.kind === 'thread-changed' || change.kind === 'handoff-changed'))
  }
  await act()
  ports.transactions.beforeCommit = undefined
  return patches
}

const expectedOf = (patches: readonly Patched[], kind: Patched['kind']) =>
  patches.filter((patch) => patch.kind === kind).map(({ patch }) => patch.expect)

/** Verbs that put something into the thread take their place behind its last message. */
const writing = ['send-message', 'add-note', 'transfer', 'return-to-assistant', 'resolve']

describe('what an agent changes, they change only as long as they hold it as it was read', () => {
  test.each(Object.entries(verbs))('%s', async (name, act) => {
    const { desk, id } = await openHeldDesk()
    const { state } = await desk.read(id)
    const held = { status: 'claimed', epoch: state.epoch }

    const patches = await patchesOf(desk, () => act(desk, desk.request(ann, id)))

    const threads = expectedOf(patches, 'thread-changed')
    expect(threads.length).toBeGreaterThan(0)
    for (const fence of threads) {
      expect(fence).toMatchObject({ ...held, agentId: 'ann' })
      if (writing.includes(name)) expect(fence).toMatchObject({ lastMessageAt: state.lastMessageAt })
    }
    for (const fence of expectedOf(patches, 'handoff-changed')) expect(fence).toMatchObject(held)
  })

  test.each(['send-message', 'add-note', 'resolve', 'return-to-assistant', 'heartbeat'])(
    '%s: and only before the end of the lease, as the table sees it',
    async (name) => {
      const { desk, id } = await openHeldDesk()

      const patches = await patchesOf(desk, async () => verbs[name]?.(desk, desk.request(ann, id)))

      const now = desk.ports.clock()
      const threads = patches.flatMap((change) => (change.kind === 'thread-changed' ? [change.patch] : []))
      expect(threads.map(({ expectAbove }) => expectAbove)).toEqual(threads.map(() => ({ leaseUntil: now })))
    },
  )
})

test('who claims takes what waits as it was read, of the thread and of the handoff', async () => {
  const desk = openSweepDesk()
  const { handoff, entry } = await desk.waits(90)
  const waiting = { status: 'waiting', epoch: entry.epoch }

  const patches = await patchesOf(desk, () => desk.claimed(ann))

  expect(expectedOf(patches, 'thread-changed')).toEqual([{ ...waiting, handoffId: handoff.id }])
  expect(expectedOf(patches, 'handoff-changed')).toEqual([waiting])
})

test('a lease that ran out is taken back from the agent and in the epoch that had it', async () => {
  const { desk, id, claimedAt } = await openHeldDesk()
  const { state } = await desk.read(id)
  desk.ports.clock.set(claimedAt + leaseMs)

  const patches = await patchesOf(desk, () => desk.claimed(ann))

  const held = { status: 'claimed', epoch: state.epoch }
  expect(expectedOf(patches, 'thread-changed')[0]).toMatchObject({ ...held, agentId: 'ann' })
  expect(expectedOf(patches, 'handoff-changed')[0]).toEqual(held)
})

test('what nobody answers for too long goes back only if its timer is still the one that ran out, and nobody has written', async () => {
  const desk = openSweepDesk(testConfig({ idle: { closeAfterHours: 24, unansweredAfterMinutes: 60 } }))
  await desk.waits(90)
  const id = await desk.accepted()
  const { state } = await desk.read(id)
  desk.ports.clock.advance(hours(2))

  const patches = await patchesOf(desk, () => desk.sweeps())

  expect(state.timerAt).toBeDefined()
  expect(expectedOf(patches, 'thread-changed')[0]).toEqual({
    status: 'claimed',
    epoch: state.epoch,
    agentId: 'ann',
    timerAt: state.timerAt,
    lastMessageAt: state.lastMessageAt,
  })
})

test('a conversation that moves over waits as it was read, behind its last message', async () => {
  const desk = openSweepDesk(testConfig({ overflow: [{ from: 'billing', afterMinutes: 60, to: 'care' }] }))
  const { handoff, entry } = await desk.waits(90, { team: 'billing' })
  const { state } = await desk.read(handoff.id)
  desk.ports.clock.advance(minutes(1))

  const patches = await patchesOf(desk, () => desk.sweeps())

  const waiting = { status: 'waiting', epoch: entry.epoch }
  expect(expectedOf(patches, 'thread-changed')).toEqual([
    { ...waiting, handoffId: handoff.id, lastMessageAt: state.lastMessageAt },
  ])
  expect(expectedOf(patches, 'handoff-changed')).toEqual([waiting])
})

test('an idle look at a thread changes it only if nothing was said or done since', async () => {
  const desk = openSweepDesk()
  const { threadId, handoff } = await desk.waits(90).then(({ handoff }) => ({ handoff, threadId: handoff.threadId }))
  await desk.looksAt(threadId)
  const { state } = await desk.read(handoff.id)
  desk.ports.clock.advance(minutes(1))

  const patches = await patchesOf(desk, () => desk.sweeps())

  const { status, epoch, lastMessageAt } = state
  expect(expectedOf(patches, 'thread-changed')).toEqual([{ status, epoch, lastMessageAt }])
})

test('a conversation closes only if nothing was said or done since it was read', async () => {
  const desk = openSweepDesk(testConfig({ idle: { closeAfterHours: 24, unansweredAfterMinutes: 60 } }))
  const now = desk.ports.clock()
  const { state } = waitingConversation({ startedAt: now, key: 'silent' })
  const { team, handoffId, ...facts } = state
  const thread = { ...facts, status: 'assistant' as const, lastMessageAt: now, timerAt: now + hours(24) }
  await desk.commit([{ kind: 'thread-begun', state: thread }])
  desk.ports.clock.advance(hours(24))

  const patches = await patchesOf(desk, () => desk.sweeps())

  expect(expectedOf(patches, 'thread-changed')).toEqual([
    { status: 'assistant', epoch: state.epoch, lastMessageAt: now },
  ])
})
