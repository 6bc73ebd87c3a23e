import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveBack } from '#shared/handoff/give-back.ts'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { resolve } from '#shared/handoff/resolve.ts'
import { returnToAssistant } from '#shared/handoff/return-to-assistant.ts'
import { transfer } from '#shared/handoff/transfer.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { ann, bob, type Desk, openDesk } from '#tests/support/desk.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'

const leaseMs = 120_000

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const open = async (): Promise<Desk> => openDesk(undefined, tablePorts(await dynamo.emptyTable()))

/** Two conversations wait, the longer one is claimed by Ann. */
const claimedByAnn = async () => {
  const desk = await open()
  const long = await desk.waits(90)
  const short = await desk.waits(5)
  const { handoff } = await desk.claimed(ann)
  return { desk, long, short, handoff }
}

const passOn = (desk: Desk, id: string, team = 'billing') =>
  transfer(desk.ports, desk.config, {
    ...desk.request(ann, id),
    team,
    reason: 'an invoice',
    noteId: 'n',
    noticeId: 'm',
  })

describe('I8 a claim returns the longest conversation, and every place is kept', () => {
  const expectLongest = async (desk: Desk, id: string, startedAt: number, team = 'care') => {
    const next = await desk.claim(bob, { team })
    expect(next?.handoff).toMatchObject({ id, startedAt })
  }

  test('guard expired first: a lease that ran out is served before all who started later', async () => {
    const { desk, long, handoff } = await claimedByAnn()
    desk.ports.clock.advance(leaseMs)

    await expectLongest(desk, handoff.id, long.state.startedAt)
  })

  test.each(['release', 'decline'] as const)('guard place: kept over a %s', async (verb) => {
    const { desk, long, handoff } = await claimedByAnn()
    await giveBack(desk.ports, verb, desk.request(ann, handoff.id))

    await expectLongest(desk, handoff.id, long.state.startedAt)
  })

  test('guard place: kept over a transfer, before who waited for the other team since a shorter time', async () => {
    const { desk, long, handoff } = await claimedByAnn()
    await desk.waits(60, { team: 'billing' })
    await passOn(desk, handoff.id)

    await expectLongest(desk, handoff.id, long.state.startedAt, 'billing')
  })

  test('guard head start: kept over a release and a transfer, before who waits longer without one', async () => {
    const desk = await open()
    await desk.waits(60)
    await desk.waits(60, { team: 'billing', key: 'other' })
    const { state } = await desk.waits(50, { headStartMs: 20 * 60_000 })
    const { handoff } = await desk.claimed(ann)
    await giveBack(desk.ports, 'release', desk.request(ann, handoff.id))
    expect((await desk.claimed(ann)).handoff.id).toBe(handoff.id)
    await passOn(desk, handoff.id)

    await expectLongest(desk, handoff.id, state.startedAt, 'billing')
  })

  test('guard renewed lease: a heartbeat keeps the conversation out of the line, and its place if it ends', async () => {
    const { desk, long, handoff } = await claimedByAnn()
    desk.ports.clock.advance(leaseMs - 1)
    await heartbeat(desk.ports, desk.config, desk.request(ann, handoff.id))
    desk.ports.clock.advance(leaseMs)

    await expectLongest(desk, handoff.id, long.state.startedAt)
  })
})

describe('I9 every handoff opened is waiting, claimed, returned or closed, and nothing expires silently', () => {
  const statuses = async (desk: Desk, ids: readonly string[]) =>
    (await desk.ports.handoffs.readMany(ids)).map(({ status }) => status).sort()

  test('guard outcome: every way out is written on the handoff', async () => {
    const desk = await open()
    const opened = [await desk.waits(4), await desk.waits(3), await desk.waits(2), await desk.waits(1)]
    const [first, second] = [await desk.claimed(), await desk.claimed(), await desk.claimed()]
    const ended = { ...desk.request(ann, first.handoff.id), outcome: 'solved', noteId: 'note' }

    await resolve(desk.ports, desk.config, ended)
    await returnToAssistant(desk.ports, desk.config, { ...desk.request(ann, second.handoff.id), noticeId: 'notice' })

    const ids = opened.map(({ handoff }) => handoff.id)
    expect(await statuses(desk, ids)).toEqual(['claimed', 'closed', 'returned', 'waiting'])
    expect((await desk.read(first.handoff.id)).handoff).toMatchObject({ outcome: 'solved', endedBy: 'ann' })
    expect((await desk.read(second.handoff.id)).handoff).toMatchObject({ outcome: 'returned-to-assistant' })
  })

  test('guard counted: a lease that ran out is counted and logged', async () => {
    const { desk, handoff } = await claimedByAnn()
    desk.ports.clock.advance(leaseMs)
    await desk.claimed(bob)

    expect((await desk.read(handoff.id)).handoff).toMatchObject({ expiries: 1, claims: 2, status: 'claimed' })
    expect(desk.ports.events).toContainEqual({
      event: 'line.lease-expired',
      team: 'care',
      handoffId: handoff.id,
      agentId: 'ann',
    })
  })

  test('guard freed agent: whoever is done has room again', async () => {
    const { desk, handoff } = await claimedByAnn()

    await resolve(desk.ports, desk.config, { ...desk.request(ann, handoff.id), outcome: 'solved', noteId: 'note' })

    expect((await desk.ports.agents.readState('ann'))?.open).toEqual([])
  })
})
