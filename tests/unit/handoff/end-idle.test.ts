import { expect, test } from 'vitest'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { hours, minutes, openSweepDesk, type SweepDesk } from '#tests/support/sweep-desk.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const config = testConfig({ idle: { closeAfterHours: 24, unansweredAfterMinutes: 60 } })
const openDesk = () => openSweepDesk(config)

/** A conversation that only the assistant has dealt with; its last message and its timer are given. */
const withAssistant = async (desk: SweepDesk, fields: { lastMessageAt: number; timerAt: number }, key = 'thread-1') => {
  const { state, messages } = waitingConversation({ startedAt: desk.ports.clock(), key })
  const { team, handoffId, ...facts } = state
  const thread: ThreadState = { ...facts, status: 'assistant', ...fields }
  await desk.commit([
    { kind: 'thread-begun', state: thread },
    ...messages.map((message) => ({ kind: 'message-added' as const, message })),
  ])
  return thread
}

/** A handoff that ann accepted and answered just now. */
const answered = async (desk: SweepDesk): Promise<string> => {
  const handoffId = await desk.accepted()
  await desk.say(ann, handoffId, 'I will look into it.', `say-${handoffId}`)
  return handoffId
}

const stateOf = async ({ ports }: SweepDesk, threadId: string) => (await ports.threads.readNewest(threadId, 0)).state

const closedOf = ({ ports }: SweepDesk, threadId: string) => ports.threads.readConversations(threadId)

test('a conversation that the assistant answered closes when its customer stays silent', async () => {
  const desk = openDesk()
  const now = desk.ports.clock()
  const { threadId, conversationId } = await withAssistant(desk, { lastMessageAt: now, timerAt: now + hours(24) })
  desk.ports.clock.advance(hours(24))

  expect(await desk.sweeps()).toMatchObject({ idle: 1 })
  expect(await stateOf(desk, threadId)).toMatchObject({ status: 'closed', epoch: 3 })
  expect(await stateOf(desk, threadId)).not.toHaveProperty('timerAt')
  expect(await closedOf(desk, threadId)).toMatchObject([
    { id: conversationId, startedAt: now, closedAt: now + hours(24), messages: 2, outcome: 'answered' },
  ])
  expect(desk.listed).toMatchObject([{ threadId, conversationId, startedAt: now }])
})

test('a minute before that it stays open', async () => {
  const desk = openDesk()
  const now = desk.ports.clock()
  const { threadId } = await withAssistant(desk, { lastMessageAt: now, timerAt: now + hours(24) - minutes(1) })
  desk.ports.clock.advance(hours(24) - minutes(1))

  expect(await desk.sweeps()).toMatchObject({ idle: 0 })
  expect(await stateOf(desk, threadId)).toMatchObject({ status: 'assistant', epoch: 2, timerAt: now + hours(24) })
  expect(await closedOf(desk, threadId)).toEqual([])
  expect(desk.listed).toEqual([])
})

test('a timer that was set before the last message is wound anew for that message', async () => {
  const desk = openDesk()
  const now = desk.ports.clock()
  const { threadId } = await withAssistant(desk, { lastMessageAt: now + hours(20), timerAt: now + hours(24) })
  desk.ports.clock.advance(hours(24))

  expect(await desk.sweeps()).toMatchObject({ idle: 0 })
  expect(await stateOf(desk, threadId)).toMatchObject({ status: 'assistant', timerAt: now + hours(44) })
})

test('a customer who writes while the sweep looks keeps the conversation open', async () => {
  const desk = openDesk()
  const now = desk.ports.clock()
  const { threadId } = await withAssistant(desk, { lastMessageAt: now, timerAt: now + hours(24) })
  desk.ports.clock.advance(hours(24))
  desk.meanwhile(() =>
    desk.commit([
      {
        kind: 'thread-changed',
        threadId,
        patch: { expect: {}, set: { lastMessageAt: now + hours(24) }, add: { messages: 1 } },
      },
    ]),
  )

  expect(await desk.sweeps()).toMatchObject({ idle: 0 })
  expect(await stateOf(desk, threadId)).toMatchObject({ status: 'assistant', messages: 3 })
})

test('two sweeps at once close it once', async () => {
  const desk = openDesk()
  const now = desk.ports.clock()
  const { threadId } = await withAssistant(desk, { lastMessageAt: now, timerAt: now + hours(24) })
  desk.ports.clock.advance(hours(24))

  const swept = await desk.sweepsTwice()

  expect(swept.map(({ idle }) => idle).sort()).toEqual([0, 1])
  expect(await stateOf(desk, threadId)).toMatchObject({ status: 'closed', epoch: 3 })
})

test('accepted and never answered: back to the line, at the same place', async () => {
  const desk = openDesk()
  const { entry } = await desk.waits(90)
  const handoffId = await desk.accepted()
  const later = await desk.waits(5)
  desk.ports.clock.advance(minutes(60))

  expect(await desk.sweeps()).toMatchObject({ idle: 1 })
  expect(await desk.waitingFor('care')).toEqual([entry.conversationId, later.entry.conversationId])
  const { handoff, state } = await desk.read(handoffId)
  expect(handoff).toMatchObject({ status: 'waiting', startedAt: entry.startedAt, expiries: 1 })
  expect(handoff).not.toHaveProperty('agentId')
  expect(state).toMatchObject({ status: 'waiting', epoch: 4 })
  expect(await desk.ports.agents.readState('ann')).toMatchObject({ open: [] })
  expect(desk.ports.tickets.visible('care')).toBe(2)
  expect((await desk.claimed(bob)).handoff.id).toBe(handoffId)
})

test('accepted and not answered yet: with its agent until the time is up', async () => {
  const desk = openDesk()
  await desk.waits(90)
  const handoffId = await desk.accepted()
  desk.ports.clock.advance(minutes(60) - 1)

  expect(await desk.sweeps()).toMatchObject({ idle: 0 })
  expect(await desk.read(handoffId)).toMatchObject({ state: { status: 'claimed', agentId: 'ann' } })
})

test('an agent’s signs of life postpone that', async () => {
  const desk = openDesk()
  await desk.waits(90)
  const handoffId = await desk.accepted()
  desk.ports.clock.advance(minutes(59))
  await heartbeat(desk.ports, config, desk.request(ann, handoffId))
  desk.ports.clock.advance(minutes(59))
  const kept = await desk.sweeps()
  desk.ports.clock.advance(minutes(6))

  expect(kept).toMatchObject({ idle: 0 })
  expect(await desk.sweeps()).toMatchObject({ idle: 1 })
})

test('accepted, answered, and silent since then: closed, because the customer left', async () => {
  const desk = openDesk()
  const { state } = await desk.waits(90)
  const handoffId = await answered(desk)
  desk.ports.clock.advance(hours(24))

  expect(await desk.sweeps()).toMatchObject({ idle: 1 })
  expect(await desk.read(handoffId)).toMatchObject({
    handoff: { status: 'closed', outcome: 'customer-left', endedBy: 'sweep', endedAt: desk.ports.clock() },
    state: { status: 'closed' },
  })
  expect(await closedOf(desk, state.threadId)).toMatchObject([{ outcome: 'customer-left', handoffId, messages: 3 }])
  expect(await desk.ports.agents.readState('ann')).toMatchObject({ open: [] })
  expect(await desk.waitingFor('care')).toEqual([])
})

test('answered, and silent for less than that: still with its agent', async () => {
  const desk = openDesk()
  await desk.waits(90)
  const handoffId = await answered(desk)
  const answeredAt = desk.ports.clock()
  desk.ports.clock.advance(hours(24) - minutes(1))
  await desk.looksAt((await desk.read(handoffId)).state.threadId)

  expect(await desk.sweeps()).toMatchObject({ idle: 0 })
  expect(await desk.read(handoffId)).toMatchObject({
    state: { status: 'claimed', agentId: 'ann', timerAt: answeredAt + hours(24) },
  })
})

test('an agent who answers while the sweep looks keeps the conversation', async () => {
  const desk = openDesk()
  await desk.waits(90)
  const handoffId = await answered(desk)
  desk.ports.clock.advance(hours(24))
  desk.meanwhile(() => desk.say(ann, handoffId, 'Are you still there?'))

  expect(await desk.sweeps()).toMatchObject({ idle: 0 })
  expect(await desk.read(handoffId)).toMatchObject({ state: { status: 'claimed' }, handoff: { status: 'claimed' } })
})

test('one conversation that cannot be ended keeps no other from its end', async () => {
  const desk = openDesk()
  const first = await desk.waits(90, { key: 'first' })
  const firstId = await answered(desk)
  const second = await desk.waits(80, { key: 'second' })
  const secondId = await answered(desk)
  desk.ports.clock.advance(hours(24))
  const { handoffs } = desk.ports
  const read: typeof handoffs.read = (id) => (id === firstId ? Promise.reject(new Error('away')) : handoffs.read(id))

  expect(await desk.sweeps(config, { handoffs: { ...handoffs, read } })).toMatchObject({ failed: 1 })
  expect(await stateOf(desk, first.state.threadId)).toMatchObject({ status: 'claimed' })
  expect(await stateOf(desk, second.state.threadId)).toMatchObject({ status: 'closed' })
  expect(await desk.read(secondId)).toMatchObject({ handoff: { status: 'closed' } })
})

test.each(['assistant', 'waiting'] as const)(
  'what both queues lost of a conversation that is %s is found by its timer, and handed over by the next sweep',
  async (status) => {
    const desk = openDesk()
    const now = desk.ports.clock()
    const { threadId, conversationId } =
      status === 'assistant'
        ? await withAssistant(desk, { lastMessageAt: now, timerAt: now + hours(1) })
        : (await desk.waits(1)).state
    if (status === 'waiting') await desk.looksAt(threadId)
    const lost = { threadId, conversationId, id: 'lost', at: now, author: { kind: 'system' as const }, text: 'Lost' }
    await desk.commit([{ kind: 'message-added', message: { ...lost, delivery: 'pending' }, unlisted: true }])
    desk.ports.clock.advance(minutes(30))
    const early = (await desk.sweeps()).resent
    desk.ports.clock.advance(minutes(30))
    await desk.sweeps()
    await desk.sweeps()

    expect(early).toBe(status === 'assistant' ? 0 : 1)
    expect(desk.told()).toContain('Lost')
  },
)

/** So many conversations whose customers have been silent for a day. */
const silent = async (count: number) => {
  const desk = openDesk()
  const now = desk.ports.clock()
  const fields = { lastMessageAt: now, timerAt: now + hours(24) }
  for (let n = 0; n < count; n += 1) await withAssistant(desk, fields, `silent-${n}`)
  desk.ports.clock.advance(hours(24))
  return desk
}

test('one sweep closes more conversations than one page holds', async () => {
  const desk = await silent(120)

  expect(await desk.sweeps()).toMatchObject({ idle: 120 })
})

test('a run that has used its half minute leaves the next page to the next run', async () => {
  const desk = await silent(120)
  const { reader } = desk.sweepPorts
  const dueTimers: typeof reader.dueTimers = (...page) => {
    desk.ports.clock.advance(16_000)
    return reader.dueTimers(...page)
  }

  expect(await desk.sweeps(desk.config, { reader: { ...reader, dueTimers } })).toMatchObject({ idle: 100 })
  expect(await desk.sweeps()).toMatchObject({ idle: 20 })
})

test('one conversation that cannot be closed keeps the page behind it from nothing', async () => {
  const desk = await silent(60)
  const { transactions } = desk.sweepPorts
  let commits = 0
  const commit: typeof transactions.commit = (...work) => {
    commits += 1
    if (commits === 1) throw new Error('the table is away')
    return transactions.commit(...work)
  }

  expect(await desk.sweeps(desk.config, { transactions: { commit } })).toMatchObject({ failed: 1 })
  expect(await desk.sweeps()).toMatchObject({ idle: 1 })
})
