import { expect, test, vi } from 'vitest'
import { AtCapacityError, LineBusyError } from '#shared/line/errors.ts'
import { ann, bob, openDesk } from '#tests/support/desk.ts'
import { testConfig } from '#tests/support/test-config.ts'

const leaseMs = 120_000

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

test.each([1, 5_000])('a ticket that is back %d ms before the lease ends rings again when it is over', async (ms) => {
  const desk = openDesk()
  await desk.waits(90)
  const { handoff } = await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs - ms)
  await desk.ports.tickets.remove('care', handoff.ticket ?? '')
  await desk.ports.tickets.send('care')

  expect(await desk.claim(bob)).toBeUndefined()

  expect(desk.ports.tickets.visible('care')).toBe(0)
  desk.ports.clock.advance(Math.max(ms, 1_000))
  expect(desk.ports.tickets.visible('care')).toBe(1)
  expect((await desk.claimed(bob)).handoff.id).toBe(handoff.id)
})

test('a ticket that is back long before any lease ends is dropped', async () => {
  const desk = openDesk()
  await desk.waits(90)
  await desk.claimed(ann)
  desk.ports.clock.advance(leaseMs - 5_001)
  await desk.ports.tickets.send('care')

  expect(await desk.claim(bob)).toBeUndefined()

  expect(desk.ports.events).toContainEqual({ event: 'line.surplus-ticket', team: 'care' })
  expect(await desk.ports.tickets.count('care')).toBe(1)
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

test('a claim that loses every race says that the line is busy, and lets go of its ticket', async () => {
  const desk = openDesk()
  await desk.waits(5)
  vi.spyOn(desk.ports.transactions, 'commit').mockResolvedValue({ ok: false, refusals: [] })

  await expect(desk.claim(ann)).rejects.toThrow(LineBusyError)

  expect(desk.ports.tickets.visible('care')).toBe(1)
  expect(desk.ports.events.filter(({ event }) => event === 'line.lost-race')).toHaveLength(8)
})
