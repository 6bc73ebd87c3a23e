import { expect, test } from 'vitest'
import { moveOverflow } from '#shared/handoff/move-overflow.ts'
import { ann } from '#tests/support/desk.ts'
import { minutes, openSweepDesk } from '#tests/support/sweep-desk.ts'
import { testConfig } from '#tests/support/test-config.ts'

const overflowing = () => openSweepDesk(testConfig({ overflow: [{ from: 'billing', afterMinutes: 60, to: 'care' }] }))

test('who waited too long moves to the other team, at the same place', async () => {
  const desk = overflowing()
  const { handoff, entry } = await desk.waits(90, { team: 'billing' })
  const shorter = await desk.waits(20)
  const { state: before } = await desk.read(handoff.id)

  expect(await desk.sweeps()).toMatchObject({ moved: 1 })
  expect(await desk.waitingFor('billing')).toEqual([])
  expect(await desk.waitingFor('care')).toEqual([entry.conversationId, shorter.entry.conversationId])
  const moved = await desk.read(handoff.id)
  expect(moved.handoff).toMatchObject({
    team: 'care',
    startedAt: handoff.startedAt,
    openedAt: handoff.openedAt,
    teamSince: desk.ports.clock(),
    earlierTeams: ['billing'],
    overflows: 1,
  })
  expect(moved.state).toMatchObject({ team: 'care', epoch: before.epoch, messages: before.messages + 1 })
})

test('the move is logged as an escalation by the rule of that name', async () => {
  const rules = [{ name: 'an hour is enough', from: 'billing', afterMinutes: 60, to: 'care' }]
  const desk = openSweepDesk(testConfig({ overflow: rules }))
  const { handoff } = await desk.waits(90, { team: 'billing' })

  await desk.sweeps()

  const rule = 'an hour is enough'
  expect(desk.ports.events).toContainEqual({
    event: 'handoff.escalated',
    handoffId: handoff.id,
    from: 'billing',
    to: 'care',
    rule,
    waitedSeconds: Math.round((desk.ports.clock() - handoff.openedAt) / 1_000),
  })
  expect((await desk.read(handoff.id)).handoff.escalations).toEqual([
    { at: desk.ports.clock(), from: 'billing', to: 'care', rule },
  ])
})

test('whom the rule does not mean stays, however long', async () => {
  const when = { trigger: ['legal'] }
  const desk = openSweepDesk(testConfig({ overflow: [{ from: 'billing', afterMinutes: 60, to: 'care', when }] }))
  await desk.waits(600, { team: 'billing', trigger: 'asked-for-human' })
  const legal = await desk.waits(90, { team: 'billing', trigger: 'legal' })

  expect(await desk.sweeps()).toMatchObject({ moved: 1 })
  expect(await desk.waitingFor('care')).toEqual([legal.entry.conversationId])
})

test('with a head start it stands in the other line where it stood in this', async () => {
  const desk = overflowing()
  const longer = await desk.waits(100)
  const { entry } = await desk.waits(90, { team: 'billing', headStartMs: minutes(20) })

  await desk.sweeps()

  expect(await desk.waitingFor('care')).toEqual([entry.conversationId, longer.entry.conversationId])
})

test('a minute before its time it stays', async () => {
  const desk = overflowing()
  await desk.waits(59, { team: 'billing' })

  expect(await desk.sweeps()).toMatchObject({ moved: 0 })
  expect(await desk.waitingFor('billing')).toHaveLength(1)
  expect(desk.told()).toEqual([])
})

test('the wait counts from when the team got it, not from the first message', async () => {
  const desk = overflowing()
  await desk.waits(600, { team: 'billing', openedAt: desk.ports.clock() - minutes(59) })

  expect(await desk.sweeps()).toMatchObject({ moved: 0 })
})

test('the customer is told who answers now, and the new team is woken', async () => {
  const desk = overflowing()
  const { state } = await desk.waits(90, { team: 'billing' })
  await moveOverflow(desk.sweepPorts, desk.config, 'billing')

  const { messages } = await desk.ports.threads.readNewest(state.threadId, 1)
  expect(messages[0]).toMatchObject({
    author: { kind: 'system' },
    text: expect.stringContaining('Customer Care'),
    delivery: 'pending',
    after: { id: state.lastOutgoing?.id },
  })
  expect(desk.ports.outbound.sent.map(({ message }) => message.id)).toEqual([messages[0]?.id])
  expect(desk.ports.tickets.visible('care')).toBe(1)
})

test('who was claimed in between stays with the agent, and nobody is told anything', async () => {
  const desk = overflowing()
  const { handoff } = await desk.waits(90, { team: 'billing' })
  desk.meanwhile(() => desk.claim(ann, { team: 'billing' }))

  expect(await desk.sweeps()).toMatchObject({ moved: 0, failed: 0 })
  expect(await desk.read(handoff.id)).toMatchObject({
    handoff: { team: 'billing', overflows: 0 },
    state: { status: 'claimed', agentId: 'ann' },
  })
  expect(desk.told()).toEqual([])
})

test('two sweeps at once move it once, and the customer hears of it once', async () => {
  const desk = overflowing()
  const { handoff, state } = await desk.waits(90, { team: 'billing' })

  const swept = await desk.sweepsTwice()

  expect(swept.map(({ moved }) => moved).sort()).toEqual([0, 1])
  expect(await desk.read(handoff.id)).toMatchObject({ handoff: { overflows: 1 } })
  const { messages } = await desk.ports.threads.readNewest(state.threadId, 10)
  expect(messages).toHaveLength(3)
  expect(desk.ports.outbound.sent.map(({ message }) => message.id)).toEqual([messages[2]?.id])
})

test('rules that lead in a circle move a conversation no further than once a sweep', async () => {
  const desk = openSweepDesk(
    testConfig({
      overflow: [
        { from: 'billing', afterMinutes: 60, to: 'care' },
        { from: 'care', afterMinutes: 60, to: 'billing' },
      ],
    }),
  )
  await desk.waits(90, { team: 'billing' })

  expect(await desk.sweeps()).toMatchObject({ moved: 1 })
  expect(await desk.sweeps()).toMatchObject({ moved: 0 })
  expect(await desk.waitingFor('care')).toHaveLength(1)
})

test('a long line moves whole', async () => {
  const desk = overflowing()
  for (let n = 0; n < 105; n += 1) await desk.waits(61 + n, { team: 'billing' })

  expect(await desk.sweeps()).toMatchObject({ moved: 105, failed: 0 })
  expect(await desk.waitingFor('billing')).toEqual([])
})

test('a team without a rule keeps its line, and nothing is read for it', async () => {
  const desk = overflowing()
  const line = { ...desk.ports.line, list: () => Promise.reject(new Error('nothing to read here')) }

  expect(await moveOverflow({ ...desk.sweepPorts, line }, desk.config, 'care')).toBe(0)
})
