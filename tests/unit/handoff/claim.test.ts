import { expect, test, vi } from 'vitest'
import { TranscriptIncompleteError, UnknownTeamError } from '#shared/handoff/errors.ts'
import { AtCapacityError, LineBusyError } from '#shared/line/errors.ts'
import { ann, bob, openDesk } from '#tests/support/desk.ts'
import { testConfig } from '#tests/support/test-config.ts'
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

test('half a transcript is an error, and not an answer', async () => {
  const desk = openDesk()
  const { state } = await desk.waits(90)
  await desk.commit([
    { kind: 'thread-changed', threadId: state.threadId, patch: { expect: {}, set: {}, add: { messages: 1 } } },
  ])

  await expect(desk.claim(ann)).rejects.toThrow(TranscriptIncompleteError)
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

test('a conversation without a ticket is taken all the same', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90)
  const ticket = await desk.ports.tickets.receive('care', 0)
  await desk.ports.tickets.remove('care', ticket ?? '')

  expect((await desk.claimed()).handoff.id).toBe(handoff.id)
})

test('the ticket becomes the alarm clock of the lease', async () => {
  const desk = openDesk()
  await desk.waits(90)

  await desk.claimed()

  expect(desk.ports.tickets.visible('care')).toBe(0)
  desk.ports.clock.advance(leaseMs)
  expect(desk.ports.tickets.visible('care')).toBe(1)
})

test('a claim without a ticket sends itself an alarm clock', async () => {
  const desk = openDesk()
  await desk.waits(90)
  const ticket = await desk.ports.tickets.receive('care', 0)
  await desk.ports.tickets.remove('care', ticket ?? '')

  await desk.claimed()

  expect(desk.ports.tickets.visible('care')).toBe(0)
  desk.ports.clock.advance(leaseMs)
  expect(desk.ports.tickets.visible('care')).toBe(1)
})

test('a queue that fails after the claim changes nothing about the claim', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90)
  desk.meanwhile(async () => {
    desk.ports.tickets.failure = new Error('the queue is away')
  })

  expect((await desk.claimed()).handoff.id).toBe(handoff.id)
  expect(desk.ports.events).toContainEqual({ event: 'request.failed', operation: 'claim.alarm', cause: 'Error' })
})

test('surplus tickets are dropped one by one until the line is really empty', async () => {
  const desk = openDesk()
  await desk.ports.tickets.send('care', { count: 3 })

  expect(await desk.claim(ann, { waitSeconds: 5 })).toBeUndefined()
  expect(await desk.ports.tickets.count('care')).toBe(0)
})

test('a claim that may wait takes what arrives meanwhile', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90)
  const ticket = await desk.ports.tickets.receive('care', 0)
  await desk.ports.tickets.hide('care', ticket ?? '', 8)

  expect((await desk.claim(ann, { waitSeconds: 20 }))?.handoff.id).toBe(handoff.id)
})

test('an agent at capacity takes nothing, and the ticket wakes somebody else', async () => {
  const desk = openDesk(testConfig({ teams: { care: { name: 'Care', languages: ['en'], capacity: 1 } }, routing: [] }))
  await desk.waits(90)
  const second = await desk.waits(5)
  await desk.claimed(ann)

  await expect(desk.claim(ann)).rejects.toThrow(AtCapacityError)

  expect(desk.ports.tickets.visible('care')).toBe(1)
  expect((await desk.claimed(bob)).handoff.id).toBe(second.handoff.id)
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

test('a claim that loses every race says that the line is busy, and lets go of its ticket', async () => {
  const desk = openDesk()
  await desk.waits(5)
  vi.spyOn(desk.ports.transactions, 'commit').mockResolvedValue({ ok: false, refusals: [] })

  await expect(desk.claim(ann)).rejects.toThrow(LineBusyError)

  expect(desk.ports.tickets.visible('care')).toBe(1)
  expect(desk.ports.events.filter(({ event }) => event === 'line.lost-race')).toHaveLength(8)
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
