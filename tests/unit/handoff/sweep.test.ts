import { expect, test } from 'vitest'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { openSweepDesk } from '#tests/support/sweep-desk.ts'

const leaseMs = 120_000

/** The door that claimed ended before it could hide its ticket, and somebody else dropped it. */
const claimedWithoutAlarm = async () => {
  const desk = openSweepDesk()
  await desk.waits(90)
  const { handoff } = await desk.claimed(ann)
  await desk.ports.tickets.remove('care', handoff.ticket ?? '')
  return desk
}

test('a lease that ran out puts the conversation back at its place, and the agent is free', async () => {
  const desk = openSweepDesk()
  const first = await desk.waits(90)
  const second = await desk.waits(5)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs)

  expect(await desk.sweeps()).toMatchObject({ expired: 1, failed: 0 })
  expect(await desk.waitingFor('care')).toEqual([first.entry.conversationId, second.entry.conversationId])
  const { handoff, state } = await desk.read(first.handoff.id)
  expect(handoff).toMatchObject({ status: 'waiting', expiries: 1, startedAt: first.handoff.startedAt })
  expect(state).toMatchObject({ status: 'waiting', epoch: 4 })
  expect(await desk.ports.agents.readState('ann')).toMatchObject({ open: [] })
})

test('a lease with a millisecond left stays with its agent', async () => {
  const desk = openSweepDesk()
  const { handoff } = await desk.waits(90)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs - 1)

  expect(await desk.sweeps()).toMatchObject({ expired: 0 })
  expect(await desk.read(handoff.id)).toMatchObject({ state: { status: 'claimed', agentId: 'ann' } })
})

test('a lease that nobody accepted in its first minute gets an alarm, should its own be lost', async () => {
  const desk = await claimedWithoutAlarm()
  desk.ports.clock.advance(leaseMs - 75_000)

  await desk.sweeps()

  expect(desk.ports.tickets.visible('care')).toBe(0)
  desk.ports.clock.advance(75_000)
  expect(desk.ports.tickets.visible('care')).toBe(1)
})

test('a lease that ends only after the next sweep gets none yet', async () => {
  const desk = await claimedWithoutAlarm()
  desk.ports.clock.advance(leaseMs - 75_001)

  await desk.sweeps()

  expect(await desk.ports.tickets.count('care')).toBe(0)
})

test('a lease that a heartbeat renewed stays with its agent', async () => {
  const desk = openSweepDesk()
  const { handoff } = await desk.waits(90)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs - 1)
  await heartbeat(desk.ports, desk.config, desk.request(ann, handoff.id))
  desk.ports.clock.advance(leaseMs - 1)

  expect(await desk.sweeps()).toMatchObject({ expired: 0 })
  expect(await desk.read(handoff.id)).toMatchObject({ state: { status: 'claimed' } })
})

test('an accepted conversation has no lease that could run out', async () => {
  const desk = openSweepDesk()
  await desk.waits(90)
  const handoffId = await desk.accepted()
  desk.ports.clock.advance(leaseMs * 2)

  expect(await desk.sweeps()).toMatchObject({ expired: 0 })
  expect(await desk.read(handoffId)).toMatchObject({ state: { status: 'claimed' } })
})

test('of two sweeps at once one takes the lease back, and one says so', async () => {
  const desk = openSweepDesk()
  const { handoff, entry } = await desk.waits(90)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs)

  const swept = await desk.sweepsTwice()

  expect(swept.map(({ expired }) => expired).sort()).toEqual([0, 1])
  expect(desk.ports.events.filter(({ event }) => event === 'line.lease-expired')).toHaveLength(1)
  expect(await desk.waitingFor('care')).toEqual([entry.conversationId])
  expect(await desk.read(handoff.id)).toMatchObject({ handoff: { expiries: 1 }, state: { epoch: 4 } })
})

test('a conversation whose lease was taken back goes to the next agent', async () => {
  const desk = openSweepDesk()
  const { handoff } = await desk.waits(90)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs)
  await desk.sweeps()

  expect((await desk.claimed(bob)).handoff.id).toBe(handoff.id)
})

test('all leases of a team come back, however many ran out', async () => {
  const desk = openSweepDesk()
  const agents = Array.from({ length: 30 }, (_, n) => ({ ...ann, id: `agent-${n}` }))
  for (const [n, agent] of agents.entries()) {
    await desk.waits(n + 1)
    await desk.claimed(agent)
  }
  desk.ports.clock.advance(leaseMs)

  expect(await desk.sweeps()).toMatchObject({ expired: 30 })
  expect(await desk.waitingFor('care')).toHaveLength(30)
})

test('a step that fails is counted and named, and keeps no other from its work', async () => {
  const desk = openSweepDesk()
  const { handoff } = await desk.waits(90)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs)
  const counter = { count: () => Promise.reject(new TypeError('the queue of Ada is away')) }

  const swept = await desk.sweeps(desk.config, { counter })

  expect(swept).toMatchObject({ expired: 1, failed: 1, idle: 0 })
  expect(await desk.read(handoff.id)).toMatchObject({ state: { status: 'waiting' } })
  expect(desk.ports.events).toContainEqual({ event: 'request.failed', operation: 'sweep.tickets', cause: 'TypeError' })
  expect(desk.ports.events.at(-1)).toEqual({ event: 'sweep.done', ...swept })
})

test('a line that cannot be read fails for its team alone', async () => {
  const desk = openSweepDesk()
  await desk.waits(90, { team: 'billing' })
  await desk.claim(ann, { team: 'billing' })
  desk.ports.clock.advance(leaseMs)
  const { line } = desk.sweepPorts
  const head: typeof line.head = (team, now) =>
    team === 'care' ? Promise.reject(new Error('the table is away')) : line.head(team, now)

  const swept = await desk.sweeps(desk.config, { line: { ...line, head } })

  expect(swept).toMatchObject({ expired: 1, failed: 1 })
  expect(await desk.waitingFor('billing')).toHaveLength(1)
})

test('nothing to do is no failure, and changes nothing', async () => {
  const desk = openSweepDesk()
  await desk.waits(90)
  const before = desk.ports.table.snapshot()

  expect(await desk.sweeps()).toEqual({ expired: 0, moved: 0, tickets: 0, resent: 0, idle: 0, erasures: 0, failed: 0 })
  expect(desk.ports.table.snapshot()).toEqual(before)
})
