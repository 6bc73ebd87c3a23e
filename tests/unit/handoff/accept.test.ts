import { expect, test } from 'vitest'
import { accept } from '#shared/handoff/accept.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { leaseMs, openHeldDesk } from '#tests/support/held-desk.ts'

test('accepts the handoff: no lease any more, and a timer until the customer has an answer', async () => {
  const { desk, id } = await openHeldDesk()
  const now = desk.ports.clock()

  await accept(desk.ports, desk.config, desk.request(ann, id))

  const { state, handoff } = await desk.read(id)
  expect(state).toMatchObject({ status: 'claimed', acceptedAt: now, epoch: 3 })
  expect(state.timerAt).toBeGreaterThanOrEqual(now + 240 * 60_000)
  expect(handoff).toMatchObject({ acceptedAt: now })
  expect(handoff.ticket).toBeUndefined()
  expect((await desk.ports.line.head('care', () => now + 10 * leaseMs)).expired).toEqual([])
})

test('an accepted conversation is nobody else’s, however much time passes', async () => {
  const { desk, id, other } = await openHeldDesk()
  await accept(desk.ports, desk.config, desk.request(ann, id))
  desk.ports.clock.advance(10 * leaseMs)

  expect((await desk.claimed(bob)).handoff.id).toBe(other.handoff.id)
})

test('the ticket is gone with the lease', async () => {
  const { desk, id } = await openHeldDesk()

  await accept(desk.ports, desk.config, desk.request(ann, id))

  expect(await desk.ports.tickets.count('care')).toBe(1)
})

test('accepting again changes nothing', async () => {
  const { desk, id } = await openHeldDesk()
  await accept(desk.ports, desk.config, desk.request(ann, id))
  const before = desk.ports.table.snapshot()
  desk.ports.clock.advance(60_000)

  await accept(desk.ports, desk.config, desk.request(ann, id))

  expect(desk.ports.table.snapshot()).toEqual(before)
})
