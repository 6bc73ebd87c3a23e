import { expect, test } from 'vitest'
import { ann } from '#tests/support/desk.ts'
import { hours, minutes, openSweepDesk } from '#tests/support/sweep-desk.ts'
import { testConfig } from '#tests/support/test-config.ts'

const config = testConfig({ idle: { closeAfterHours: 24, unansweredAfterMinutes: 60 } })
const openDesk = () => openSweepDesk(config)
const { billing, ...otherTeams } = config.teams
const withoutBilling = { ...config, teams: otherTeams }

test('who waits for a team that there is no more waits for the default team, at the same place', async () => {
  const desk = openDesk()
  const { handoff, entry, state } = await desk.waits(90, { team: 'billing' })
  const shorter = await desk.waits(5)
  await desk.looksAt(state.threadId)

  expect(await desk.sweeps(withoutBilling)).toMatchObject({ idle: 1, failed: 0 })
  expect(await desk.waitingFor('care')).toEqual([entry.conversationId, shorter.entry.conversationId])
  expect(await desk.read(handoff.id)).toMatchObject({
    handoff: { team: 'care', earlierTeams: ['billing'], startedAt: handoff.startedAt },
    state: { team: 'care', status: 'waiting' },
  })
  expect(desk.told()).toEqual([expect.stringContaining('Customer Care')])
  expect(desk.ports.tickets.visible('care')).toBe(2)
})

test('who waits for a team that there is stays there, and is looked at again', async () => {
  const desk = openDesk()
  const { handoff, state } = await desk.waits(90, { team: 'billing' })
  await desk.looksAt(state.threadId)

  expect(await desk.sweeps()).toMatchObject({ idle: 0 })
  expect(await desk.waitingFor('billing')).toEqual([handoff.conversationId])
  expect((await desk.read(handoff.id)).state).toMatchObject({ timerAt: desk.ports.clock() + hours(1) })
  expect(desk.told()).toEqual([])
})

test('whose agent of a vanished team let the lease run out waits for the default team at once', async () => {
  const desk = openDesk()
  const { handoff, state, entry } = await desk.waits(90, { team: 'billing' })
  await desk.claim(ann, { team: 'billing' })
  desk.ports.clock.advance(minutes(2))
  await desk.looksAt(state.threadId)

  expect(await desk.sweeps(withoutBilling)).toMatchObject({ idle: 1, failed: 0 })
  expect(await desk.waitingFor('billing')).toEqual([])
  expect(await desk.waitingFor('care')).toEqual([entry.conversationId])
  expect(await desk.read(handoff.id)).toMatchObject({
    handoff: { team: 'care', expiries: 1, overflows: 1, startedAt: handoff.startedAt },
    state: { team: 'care', status: 'waiting', epoch: 4 },
  })
  expect(await desk.ports.agents.readState('ann')).toMatchObject({ open: [] })
  expect(desk.told()).toEqual([expect.stringContaining('Customer Care')])
})

test('whose agent of a vanished team still has a lease stays with the agent', async () => {
  const desk = openDesk()
  const { handoff, state } = await desk.waits(90, { team: 'billing' })
  await desk.claim(ann, { team: 'billing' })
  await desk.looksAt(state.threadId)

  expect(await desk.sweeps(withoutBilling)).toMatchObject({ idle: 0 })
  expect(await desk.read(handoff.id)).toMatchObject({ state: { status: 'claimed', agentId: 'ann' } })
  expect((await desk.read(handoff.id)).state).toMatchObject({ timerAt: desk.ports.clock() + hours(1) })
})

test('an answered conversation of a vanished team closes like any other', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90, { team: 'billing' })
  await desk.claim(ann, { team: 'billing' })
  await desk.say(ann, handoff.id, 'I will look into it.')
  desk.ports.clock.advance(hours(24))

  expect(await desk.sweeps(withoutBilling)).toMatchObject({ idle: 1 })
  expect(await desk.read(handoff.id)).toMatchObject({ handoff: { status: 'closed', outcome: 'customer-left' } })
})
