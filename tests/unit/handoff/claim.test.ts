import { expect, test } from 'vitest'
import { UnknownTeamError } from '#shared/handoff/errors.ts'
import { ann, bob, openDesk } from '#tests/support/desk.ts'
import { agentOf } from '#tests/support/waiting-conversation.ts'

const leaseMs = 120_000

test('the longest conversation is taken first, whoever was handed off first', async () => {
  const desk = openDesk()
  const short = await desk.waits(5)
  const long = await desk.waits(90)
  const middle = await desk.waits(30)

  const taken = [await desk.claimed(ann), await desk.claimed(bob), await desk.claimed(ann)]

  expect(taken.map(({ handoff }) => handoff.id)).toEqual([long, middle, short].map(({ handoff }) => handoff.id))
})

test('a claim moves the conversation, its handoff and its agent together, and leaves the others untouched', async () => {
  const desk = openDesk()
  const other = await desk.waits(5)
  const { handoff, state } = await desk.waits(90)
  const now = desk.ports.clock()

  const claimed = await desk.claimed(ann)

  const held = { status: 'claimed', epoch: 3, agentId: 'ann', leaseUntil: now + leaseMs }
  expect(claimed.state).toMatchObject({ ...held, startedAt: state.startedAt, handoffId: handoff.id })
  expect(claimed.handoff).toMatchObject({ ...held, claimedAt: now, firstClaimedAt: now, claims: 1 })
  expect(await desk.ports.agents.readState('ann')).toMatchObject({ open: [handoff.id] })
  expect(await desk.read(other.handoff.id)).toMatchObject({ state: { status: 'waiting', epoch: 2 } })
})

test('the agent gets the whole transcript, oldest first', async () => {
  const desk = openDesk()
  const { messages } = await desk.waits(90)

  expect((await desk.claimed()).transcript).toEqual(messages)
})

test('what is missing of a transcript is told by its count, and keeps nobody waiting', async () => {
  const desk = openDesk()
  const { state } = await desk.waits(90)
  await desk.commit([
    { kind: 'thread-changed', threadId: state.threadId, patch: { expect: {}, set: {}, add: { messages: 1 } } },
  ])

  const claimed = await desk.claimed(ann)

  expect(claimed.stored).toBe(claimed.transcript.length + 1)
  expect(desk.ports.events).toContainEqual(
    expect.objectContaining({ event: 'transcript.incomplete', read: 2, stored: 3 }),
  )
})

test('nobody waits: no conversation, and no agent is touched', async () => {
  const desk = openDesk()

  expect(await desk.claim(ann)).toBeUndefined()
  expect(await desk.ports.agents.readState('ann')).toBeUndefined()
})

test('another team has its own line', async () => {
  const desk = openDesk()
  await desk.waits(90, { team: 'billing' })

  expect(await desk.claim(ann, { team: 'care' })).toBeUndefined()
  expect(await desk.claim(ann, { team: 'billing' })).toBeDefined()
})

test.each(['nobody', 'billing', 'constructor'])(
  'a team that the agent does not serve, %s, is unknown',
  async (team) => {
    const desk = openDesk()
    await desk.waits(90, { team: 'billing' })

    await expect(desk.claim(agentOf('cid', ['care']), { team })).rejects.toThrow(UnknownTeamError)
  },
)

test('a supervisor serves every team', async () => {
  const desk = openDesk()
  await desk.waits(90, { team: 'billing' })

  expect(await desk.claim(agentOf('sue', [], { supervisor: true }), { team: 'billing' })).toBeDefined()
})

test('a lease that ran out is taken back first, and its conversation has its old place', async () => {
  const desk = openDesk()
  const long = await desk.waits(90)
  await desk.waits(5)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs)

  const claimed = await desk.claimed(bob)

  expect(claimed.handoff).toMatchObject({ id: long.handoff.id, agentId: 'bob', claims: 2, expiries: 1 })
  expect(claimed.handoff.startedAt).toBe(long.state.startedAt)
  expect(await desk.ports.agents.readState('ann')).toMatchObject({ open: [] })
})

test('a lease that still runs is left alone', async () => {
  const desk = openDesk()
  await desk.waits(90)
  const short = await desk.waits(5)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs - 1)

  expect((await desk.claimed(bob)).handoff.id).toBe(short.handoff.id)
})

test('the first claim stays the first, however often the conversation comes back', async () => {
  const desk = openDesk()
  await desk.waits(90)
  const first = desk.ports.clock()
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs)

  expect((await desk.claimed(bob)).handoff.firstClaimedAt).toBe(first)
})

test('after a lost race the line is read afresh: nobody who came to the front is passed over', async () => {
  const desk = openDesk()
  await desk.waits(30)
  await desk.waits(5)
  let older = ''
  desk.meanwhile(async () => {
    await desk.claimed(bob)
    older = (await desk.waits(60)).handoff.id
  })

  expect((await desk.claimed(ann)).handoff.id).toBe(older)
})

test('what was claimed is logged in ids and seconds', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90, { openedAt: desk.ports.clock() - 42_000 })

  await desk.claimed(ann)

  expect(desk.ports.events).toContainEqual({
    event: 'line.claimed',
    team: 'care',
    handoffId: handoff.id,
    agentId: 'ann',
    round: 1,
    waitAfterSeconds: 42,
  })
})
