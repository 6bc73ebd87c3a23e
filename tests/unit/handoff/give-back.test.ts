import { expect, test } from 'vitest'
import { accept } from '#shared/handoff/accept.ts'
import { giveBack } from '#shared/handoff/give-back.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { openHeldDesk } from '#tests/support/held-desk.ts'

test.each([
  ['release', { releases: 1, declines: 0 }],
  ['decline', { releases: 0, declines: 1 }],
] as const)('%s: back at its place, counted, and the agent is free', async (verb, counted) => {
  const { desk, id, held } = await openHeldDesk()

  await giveBack(desk.ports, verb, desk.request(ann, id))

  const { state, handoff } = await desk.read(id)
  expect(state).toMatchObject({ status: 'waiting', epoch: 4, startedAt: held.state.startedAt, team: 'care' })
  expect(handoff).toMatchObject({ status: 'waiting', epoch: 4, ...counted, expiries: 0, transfers: 0 })
  for (const gone of ['agentId', 'leaseUntil', 'acceptedAt']) expect({ ...state, ...handoff }).not.toHaveProperty(gone)
  expect((await desk.ports.line.head('care', () => 0)).first).toMatchObject({ ...held.entry, epoch: 4 })
  expect((await desk.ports.agents.readState('ann'))?.open).toEqual([])
})

test('no lease is left behind', async () => {
  const { desk, id } = await openHeldDesk()

  await giveBack(desk.ports, 'release', desk.request(ann, id))

  expect((await desk.ports.line.head('care', () => Number.MAX_SAFE_INTEGER)).expired).toEqual([])
})

test('the ticket wakes the next agent at once', async () => {
  const { desk, id } = await openHeldDesk()
  expect(desk.ports.tickets.visible('care')).toBe(1)

  await giveBack(desk.ports, 'release', desk.request(ann, id))

  expect(desk.ports.tickets.visible('care')).toBe(2)
})

test('an accepted conversation, whose ticket is gone, gets a new one', async () => {
  const { desk, id } = await openHeldDesk()
  await accept(desk.ports, desk.config, desk.request(ann, id))

  await giveBack(desk.ports, 'release', desk.request(ann, id))

  expect(desk.ports.tickets.visible('care')).toBe(2)
})

test('whoever claims it next has the whole conversation, and the first claim stays the first', async () => {
  const { desk, id, claimedAt } = await openHeldDesk()
  await desk.say(ann, id, 'One moment')
  await giveBack(desk.ports, 'release', desk.request(ann, id))

  const { handoff, transcript } = await desk.claimed(bob)

  expect(handoff).toMatchObject({ id, agentId: 'bob', claims: 2, firstClaimedAt: claimedAt })
  expect(transcript.at(-1)?.text).toBe('One moment')
})
