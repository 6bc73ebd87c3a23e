import { describe, expect, test } from 'vitest'
import { accept } from '#shared/handoff/accept.ts'
import { giveBack } from '#shared/handoff/give-back.ts'
import { handoffEventSchema } from '#shared/handoff/handoff-event.ts'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { owingEvents } from '#shared/handoff/owing-events.ts'
import { resolve } from '#shared/handoff/resolve.ts'
import { returnToAssistant } from '#shared/handoff/return-to-assistant.ts'
import { transfer } from '#shared/handoff/transfer.ts'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { memoryEventOutbox, memorySink } from '#tests/support/memory-events.ts'
import { minutes, openSweepDesk } from '#tests/support/sweep-desk.ts'
import { testConfig } from '#tests/support/test-config.ts'

const overflow = [{ name: 'an hour', from: 'billing', afterMinutes: 60, to: 'care' }]

/** A desk whose every commit owes its events, and that is swept to a bus. */
const openBell = () => {
  const desk = openSweepDesk(testConfig({ overflow }))
  const { ports } = desk
  const sink = memorySink()
  const outbox = memoryEventOutbox(ports.table)
  const transactions = owingEvents(ports.transactions, ports.clock)
  const owing = { ...ports, transactions }
  return {
    ...desk,
    owing,
    sink,
    outbox,
    sweeps: () => desk.sweeps(desk.config, { transactions, owedEvents: { outbox, sink } }),
    owed: () => outbox.owed(ports.clock(), 100),
    /** Waits, and is claimed by ann; what came before is not looked at. */
    held: async () => {
      await desk.waits(90)
      return (await desk.claimed(ann)).handoff
    },
  }
}
type Bell = ReturnType<typeof openBell>

describe('each thing that happens to a handoff is owed to the bus, once', () => {
  const verbs: readonly (readonly [type: string, act: (bell: Bell, id: string) => Promise<unknown>, more: object])[] = [
    ['released', (bell, id) => giveBack(bell.owing, 'release', bell.request(ann, id)), { by: 'release' }],
    ['released', (bell, id) => giveBack(bell.owing, 'decline', bell.request(ann, id)), { by: 'decline' }],
    [
      'transferred',
      (bell, id) => {
        const names = { noteId: 'note', noticeId: 'notice' }
        return transfer(bell.owing, bell.config, {
          ...bell.request(ann, id),
          team: 'billing',
          reason: 'money',
          ...names,
        })
      },
      { from: 'care', team: 'billing' },
    ],
    [
      'returned',
      (bell, id) => returnToAssistant(bell.owing, bell.config, { ...bell.request(ann, id), noticeId: 'notice' }),
      { team: 'care' },
    ],
    [
      'resolved',
      (bell, id) => resolve(bell.owing, bell.config, { ...bell.request(ann, id), outcome: 'solved', noteId: 'note' }),
      { outcome: 'solved', team: 'care' },
    ],
  ]

  test.each(verbs)('handoff.%s', async (type, act, more) => {
    const bell = openBell()
    const { id, startedAt, openedAt, trigger } = await bell.held()

    await act(bell, id)

    expect(await bell.owed()).toEqual([
      expect.objectContaining({
        version: 1,
        type: `handoff.${type}`,
        handoffId: id,
        trigger,
        startedAt: new Date(startedAt).toISOString(),
        handedOffAt: new Date(openedAt).toISOString(),
        ...more,
      }),
    ])
  })

  test.each<[string, (bell: Bell, id: string) => Promise<unknown>]>([
    ['an accept', (bell, id) => accept(bell.owing, bell.config, bell.request(ann, id))],
    ['a heartbeat', (bell, id) => heartbeat(bell.owing, bell.config, bell.request(ann, id))],
  ])('%s is no news', async (_, act) => {
    const bell = openBell()
    const { id } = await bell.held()

    await act(bell, id)

    expect(await bell.owed()).toEqual([])
  })

  test('an escalation says where from and by which rule; a lease that ran out, that it is released', async () => {
    const bell = openBell()
    await bell.waits(80, { team: 'billing' })
    await bell.held()
    bell.ports.clock.advance(minutes(30))

    await bell.sweeps()

    expect(bell.sink.heard.map(({ type, from, rule, by, team }) => ({ type, from, rule, by, team }))).toEqual(
      expect.arrayContaining([
        { type: 'handoff.escalated', from: 'billing', rule: 'an hour', by: undefined, team: 'care' },
        { type: 'handoff.released', from: undefined, rule: undefined, by: 'expiry', team: 'care' },
      ]),
    )
    expect(bell.sink.heard).toHaveLength(2)
  })

  test('a turn that hands off owes one, which holds nothing that the customer said or is', async () => {
    const desk = openCustomerDesk()
    const owing = openCustomerDesk()
    const transactions = owingEvents(owing.ports.transactions, owing.ports.clock)
    Object.assign(owing.ports, { transactions: { ...transactions, beforeCommit: undefined } })
    await desk.turn([humanPlease])
    await owing.turn([humanPlease])

    const [event, ...more] = await memoryEventOutbox(owing.ports.table).owed(Number.MAX_SAFE_INTEGER, 10)

    expect(more).toEqual([])
    expect(handoffEventSchema.parse(event)).toMatchObject({ type: 'handoff.opened', rule: 'default', team: 'care' })
    expect(JSON.stringify(event)).not.toMatch(/speak|u-17|Ada/)
    expect(await memoryEventOutbox(desk.ports.table).owed(Number.MAX_SAFE_INTEGER, 10)).toEqual([])
  })
})

describe('the sweep tells the bus', () => {
  const resolvedBell = async () => {
    const bell = openBell()
    for (const minutesAgo of [90, 80, 70]) {
      await bell.waits(minutesAgo)
      const { handoff } = await bell.claimed(ann)
      await giveBack(bell.owing, 'release', bell.request(ann, handoff.id))
      await bell.claimed(ann)
    }
    return bell
  }

  test('of what is owed, and then nothing is', async () => {
    const bell = await resolvedBell()

    expect(await bell.sweeps()).toMatchObject({ told: 3, failed: 0 })
    expect(bell.sink.heard.map(({ handoffId }) => handoffId)).toHaveLength(3)
    expect(await bell.owed()).toEqual([])
    expect(await bell.sweeps()).toMatchObject({ told: 0, failed: 0 })
  })

  test('again of what the bus did not take, and only of that', async () => {
    const bell = await resolvedBell()
    const [refused] = await bell.owed()
    bell.sink.refuses = ({ id }) => id === refused?.id
    await bell.sweeps()
    bell.sink.refuses = () => false

    expect(await bell.sweeps()).toMatchObject({ told: 1 })
    expect(new Set(bell.sink.heard.map(({ id }) => id)).size).toBe(3)
  })

  test('of everything, under the same ids, where it crashed before it could settle', async () => {
    const bell = await resolvedBell()
    const owed = await bell.owed()
    await bell.sink.put(owed)

    await bell.sweeps()

    expect(bell.sink.heard.map(({ id }) => id)).toEqual([...owed, ...owed].map(({ id }) => id))
  })

  test('of nothing while the bus is gone, which fails that step and no other', async () => {
    const bell = await resolvedBell()
    bell.sink.breaks = true

    expect(await bell.sweeps()).toMatchObject({ failed: 1, told: 0 })
    expect(await bell.owed()).toHaveLength(3)
  })
})
