import { describe, expect, test, vi } from 'vitest'
import {
  HandoffBusyError,
  HandoffOverError,
  LeaseEndedError,
  NotHeldError,
  UnknownHandoffError,
} from '#shared/handoff/errors.ts'
import { giveBack } from '#shared/handoff/give-back.ts'
import { resolve } from '#shared/handoff/resolve.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { leaseMs, openHeldDesk, verbs } from '#tests/support/held-desk.ts'
import { agentOf } from '#tests/support/waiting-conversation.ts'

describe.each(Object.entries(verbs))('%s', (_, act) => {
  test('leaves every other conversation untouched', async () => {
    const { desk, id, other } = await openHeldDesk()
    const before = await desk.read(other.handoff.id)

    await act(desk, desk.request(ann, id))

    expect(await desk.read(other.handoff.id)).toEqual(before)
    expect((await desk.ports.line.list('care', { limit: 9 })).entries).toContainEqual(other.entry)
  })

  test('is carried out once, however often it is asked for', async () => {
    const { desk, id } = await openHeldDesk()
    const command = desk.request(ann, id)
    await act(desk, command)
    const before = desk.ports.table.snapshot()

    await act(desk, command)

    expect(desk.ports.table.snapshot()).toEqual(before)
  })

  test('is carried out once though the answer of its commit was lost', async () => {
    const { desk, id } = await openHeldDesk()
    const command = desk.request(ann, id)
    desk.ports.transactions.afterCommit = () => {
      desk.ports.transactions.afterCommit = undefined
      throw new Error('the answer was lost')
    }
    await expect(act(desk, command)).rejects.toThrow('the answer was lost')
    const before = desk.ports.table.snapshot()

    await act(desk, command)

    expect(desk.ports.table.snapshot()).toEqual(before)
  })

  test('reads again when another writer came in between', async () => {
    const { desk, id } = await openHeldDesk()
    desk.meanwhile(() => desk.say(ann, id, 'in between'))

    await expect(act(desk, desk.request(ann, id))).resolves.not.toThrow()
  })

  const refused = async (agent: typeof ann, id: string, desk: Awaited<ReturnType<typeof openHeldDesk>>['desk']) => {
    const before = desk.ports.table.snapshot()
    const error = await act(desk, desk.request(agent, id)).catch((cause: unknown) => cause)
    expect(desk.ports.table.snapshot()).toEqual(before)
    return error
  }

  test('is refused to another agent of the team', async () => {
    const { desk, id } = await openHeldDesk()

    expect(await refused(bob, id, desk)).toBeInstanceOf(NotHeldError)
  })

  test('is refused to whoever does not serve the team, as if there were no such handoff', async () => {
    const { desk, id } = await openHeldDesk()

    expect(await refused(agentOf('eve', ['billing']), id, desk)).toBeInstanceOf(UnknownHandoffError)
    expect(await refused(ann, 'nonsense', desk)).toBeInstanceOf(UnknownHandoffError)
  })

  test('is refused when nobody holds the handoff', async () => {
    const { desk, other } = await openHeldDesk()

    expect(await refused(ann, other.handoff.id, desk)).toBeInstanceOf(NotHeldError)
  })

  test('is refused at the end of the lease, and allowed just before', async () => {
    const { desk, id, claimedAt } = await openHeldDesk()
    desk.ports.clock.set(claimedAt + leaseMs)
    expect(await refused(ann, id, desk)).toBeInstanceOf(LeaseEndedError)

    desk.ports.clock.advance(-1)
    await expect(act(desk, desk.request(ann, id))).resolves.not.toThrow()
  })

  test('is refused once the handoff is over', async () => {
    const { desk, id } = await openHeldDesk()
    await resolve(desk.ports, desk.config, { ...desk.request(ann, id), outcome: 'solved', noteId: 'n' })

    expect(await refused(ann, id, desk)).toBeInstanceOf(HandoffOverError)
  })

  test('is refused when the conversation changed hands while it was on its way', async () => {
    const { desk, id } = await openHeldDesk()
    desk.meanwhile(async () => {
      await giveBack(desk.ports, 'release', desk.request(ann, id))
      await desk.claimed(bob)
    })

    await expect(act(desk, desk.request(ann, id))).rejects.toThrow(NotHeldError)
  })

  test('gives up when every try meets another writer', async () => {
    const { desk, id } = await openHeldDesk()
    vi.spyOn(desk.ports.transactions, 'commit').mockResolvedValue({ ok: false, refusals: [] })
    desk.ports.clock.advance(1_000)

    await expect(act(desk, desk.request(ann, id))).rejects.toThrow(HandoffBusyError)
  })

  test('stands though the queues are away', async () => {
    const { desk, id } = await openHeldDesk()
    desk.ports.tickets.failure = new Error('the queue is away')
    desk.ports.outbound.failure = new Error('the queue is away')

    await expect(act(desk, desk.request(ann, id))).resolves.not.toThrow()
  })
})

test.each(['return-to-assistant', 'resolve'])('after %s the handoff is over for whoever had it', async (end) => {
  const { desk, id } = await openHeldDesk()
  await verbs[end]?.(desk, desk.request(ann, id))

  await expect(giveBack(desk.ports, 'release', desk.request(ann, id))).rejects.toThrow(HandoffOverError)
})
