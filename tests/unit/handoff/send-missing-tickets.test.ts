import { expect, test } from 'vitest'
import { sendMissingTickets } from '#shared/handoff/send-missing-tickets.ts'
import type { MemoryTickets } from '#tests/support/memory-tickets.ts'
import { openSweepDesk, type SweepDesk } from '#tests/support/sweep-desk.ts'

const deskWith = async (waiting: number, tickets: number): Promise<SweepDesk> => {
  const desk = openSweepDesk()
  for (let n = 0; n < waiting; n += 1) await desk.waits(n + 1)
  for (let n = tickets; n < waiting; n += 1) await take(desk.ports.tickets)
  if (tickets > waiting) await desk.ports.tickets.send('care', { count: tickets - waiting })
  return desk
}

const take = async (tickets: MemoryTickets) => {
  const receipt = await tickets.receive('care', 0)
  if (receipt) await tickets.remove('care', receipt)
}

const send = async ({ sweepPorts }: SweepDesk) =>
  sendMissingTickets(sweepPorts, 'care', await sweepPorts.line.countWaiting('care', 100))

test.each([
  [3, 0, 3],
  [3, 2, 1],
  [1, 0, 1],
])('%i wait with %i tickets: %i are sent', async (waiting, tickets, missing) => {
  const desk = await deskWith(waiting, tickets)

  expect(await send(desk)).toBe(missing)
  expect(desk.ports.tickets.visible('care')).toBe(waiting)
})

test.each([
  [3, 3],
  [2, 5],
  [0, 0],
  [0, 2],
])('%i wait with %i tickets: nothing is sent and nothing taken away', async (waiting, tickets) => {
  const desk = await deskWith(waiting, tickets)

  expect(await send(desk)).toBe(0)
  expect(desk.ports.tickets.visible('care')).toBe(tickets)
})

test('a ticket that is hidden behind a lease counts as one', async () => {
  const desk = await deskWith(1, 1)
  await desk.ports.tickets.receive('care', 0)

  expect(desk.ports.tickets.visible('care')).toBe(0)
  expect(await send(desk)).toBe(0)
})

test('one team’s tickets are not another’s', async () => {
  const desk = openSweepDesk()
  const { handoff } = await desk.waits(1)
  await take(desk.ports.tickets)
  await desk.ports.tickets.send('billing')

  expect(await desk.sweeps()).toMatchObject({ tickets: 1 })
  expect(desk.ports.tickets.visible('care')).toBe(1)
  expect(await desk.read(handoff.id)).toMatchObject({ state: { status: 'waiting' } })
})
