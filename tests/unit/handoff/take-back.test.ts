import { expect, test } from 'vitest'
import { accept } from '#shared/handoff/accept.ts'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { takeBackExpired } from '#shared/handoff/take-back.ts'
import { ann } from '#tests/support/desk.ts'
import { leaseMs, openHeldDesk } from '#tests/support/held-desk.ts'

const expiredLeases = async () => {
  const open = await openHeldDesk()
  const { desk, claimedAt } = open
  desk.ports.clock.set(claimedAt + leaseMs)
  const { expired } = await desk.ports.line.head('care', desk.ports.clock)
  return { ...open, expired }
}

test('a lease that ran out: the conversation stands where it stood, and the agent is free', async () => {
  const { desk, id, held, expired } = await expiredLeases()

  expect(await takeBackExpired(desk.ports, expired, 'sweep')).toBe(1)

  expect((await desk.ports.line.head('care', desk.ports.clock)).first).toMatchObject({
    ...held.entry,
    epoch: 4,
    firstClaimedAt: expect.any(Number),
  })
  expect((await desk.read(id)).handoff).toMatchObject({ status: 'waiting', expiries: 1 })
  expect((await desk.ports.agents.readState('ann'))?.open).toEqual([])
})

test('a lease that is not over by the clock of now is left alone', async () => {
  const { desk, id, claimedAt, expired } = await expiredLeases()
  desk.ports.clock.set(claimedAt + leaseMs - 1)

  expect(await takeBackExpired(desk.ports, expired, 'sweep')).toBe(0)

  expect((await desk.read(id)).handoff).toMatchObject({ status: 'claimed', expiries: 0 })
})

test('of several who take it back at once one succeeds', async () => {
  const { desk, id, expired } = await expiredLeases()

  const counts = await Promise.all(['a', 'b', 'c'].map((caller) => takeBackExpired(desk.ports, expired, caller)))

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect((await desk.read(id)).handoff.expiries).toBe(1)
})

test('what was accepted in the last moment is not taken back', async () => {
  const { desk, id, expired } = await expiredLeases()
  desk.ports.clock.advance(-1)
  await accept(desk.ports, desk.config, desk.request(ann, id))

  expect(await takeBackExpired(desk.ports, expired, 'sweep')).toBe(0)
  expect((await desk.read(id)).state).toMatchObject({ status: 'claimed', agentId: 'ann' })
})

test('what was renewed in the last moment is not taken back', async () => {
  const { desk, id, expired } = await expiredLeases()
  desk.ports.clock.advance(-1)
  await heartbeat(desk.ports, desk.config, desk.request(ann, id))

  expect(await takeBackExpired(desk.ports, expired, 'sweep')).toBe(0)
  expect((await desk.read(id)).state.status).toBe('claimed')
})
