import { expect, test } from 'vitest'
import { accept } from '#shared/handoff/accept.ts'
import { LeaseEndedError } from '#shared/handoff/errors.ts'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { takeBackExpired } from '#shared/handoff/take-back.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { leaseMs, openHeldDesk } from '#tests/support/held-desk.ts'

test('the lease begins anew, in the line, on the thread and on the handoff', async () => {
  const { desk, id } = await openHeldDesk()
  const leaseUntil = desk.ports.clock() + leaseMs

  expect(await heartbeat(desk.ports, desk.config, desk.request(ann, id))).toBe(leaseUntil)

  expect(await desk.read(id)).toMatchObject({ state: { leaseUntil, epoch: 3 }, handoff: { leaseUntil, claims: 1 } })
  expect((await desk.ports.line.head('care', () => leaseUntil)).expired).toMatchObject([{ leaseUntil, agentId: 'ann' }])
})

test('nobody else gets the conversation at the end of the old lease, and everybody at the end of the new one', async () => {
  const { desk, id, other, claimedAt } = await openHeldDesk()
  await heartbeat(desk.ports, desk.config, desk.request(ann, id))
  desk.ports.clock.set(claimedAt + leaseMs)
  expect((await desk.claimed(bob)).handoff.id).toBe(other.handoff.id)

  desk.ports.clock.advance(1_000)
  expect((await desk.claimed(bob)).handoff.id).toBe(id)
})

test.each([
  [-1, 'renewed'],
  [0, 'refused'],
  [1, 'refused'],
])('%d ms from the end of the lease a heartbeat is %s, and taking back does the opposite', async (ms, expected) => {
  const { desk, id, claimedAt } = await openHeldDesk()
  desk.ports.clock.set(claimedAt + leaseMs + ms)
  const { expired } = await desk.ports.line.head('care', desk.ports.clock)

  const beat = heartbeat(desk.ports, desk.config, desk.request(ann, id))
  const outcome = await beat.then(
    () => 'renewed',
    (error: unknown) => (error instanceof LeaseEndedError ? 'refused' : error),
  )

  expect(outcome).toBe(expected)
  expect(await takeBackExpired(desk.ports, expired, 'sweep')).toBe(expected === 'refused' ? 1 : 0)
  expect((await desk.read(id)).state.status).toBe(expected === 'refused' ? 'waiting' : 'claimed')
})

test('many heartbeats leave one lease behind', async () => {
  const { desk, id } = await openHeldDesk()
  for (let n = 0; n < 5; n += 1) {
    desk.ports.clock.advance(leaseMs - 2_000)
    await heartbeat(desk.ports, desk.config, desk.request(ann, id))
  }

  expect((await desk.ports.line.head('care', () => desk.ports.clock() + leaseMs)).expired).toHaveLength(1)
})

test('after acceptance it only puts off the timer, and tells of no lease', async () => {
  const { desk, id } = await openHeldDesk()
  await accept(desk.ports, desk.config, desk.request(ann, id))
  const { timerAt = 0 } = (await desk.read(id)).state
  desk.ports.clock.advance(60 * 60_000)

  expect(await heartbeat(desk.ports, desk.config, desk.request(ann, id))).toBeUndefined()

  expect((await desk.read(id)).state.timerAt).toBeGreaterThan(timerAt)
})

test('it never brings the timer of an answered conversation forward', async () => {
  const { desk, id } = await openHeldDesk()
  await desk.say(ann, id, 'Hello')
  const { timerAt } = (await desk.read(id)).state

  await heartbeat(desk.ports, desk.config, desk.request(ann, id))

  expect((await desk.read(id)).state.timerAt).toBe(timerAt)
})

test('a heartbeat that is repeated tells when the lease really ends, not when it would had it been another one', async () => {
  const { desk, id } = await openHeldDesk()
  const request = desk.request(ann, id)
  const leaseUntil = await heartbeat(desk.ports, desk.config, request)
  desk.ports.clock.advance(10_000)

  expect(await heartbeat(desk.ports, desk.config, request)).toBe(leaseUntil)
  expect((await desk.read(id)).state).toMatchObject({ leaseUntil })
})

test('however long the table takes, nobody is promised more than the lease that was written', async () => {
  const { desk, id } = await openHeldDesk()
  desk.meanwhile(async () => desk.ports.clock.advance(3_000))

  const leaseUntil = await heartbeat(desk.ports, desk.config, desk.request(ann, id))

  expect((await desk.read(id)).state).toMatchObject({ leaseUntil })
})
