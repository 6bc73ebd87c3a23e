import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accept } from '#shared/handoff/accept.ts'
import { LeaseEndedError, NotHeldError } from '#shared/handoff/errors.ts'
import { giveBack } from '#shared/handoff/give-back.ts'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { transfer } from '#shared/handoff/transfer.ts'
import { AtCapacityError } from '#shared/line/errors.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { ann, bob, type Desk, openDesk } from '#tests/support/desk.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { testConfig } from '#tests/support/test-config.ts'

const leaseMs = 120_000

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const open = async (config = testConfig()): Promise<Desk> => openDesk(config, tablePorts(await dynamo.emptyTable()))

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

describe('I3 a handoff has one live claimant, and an old one’s writes are refused', () => {
  test('guard holder: what one agent holds another cannot write to', async () => {
    const { desk, handoff } = await claimedByAnn()

    await expect(desk.say(bob, handoff.id, 'Hello')).rejects.toThrow(NotHeldError)
  })

  test('guard lease: an agent whose lease ran out writes nothing, though nobody took it back yet', async () => {
    const { desk, handoff } = await claimedByAnn()
    desk.ports.clock.advance(leaseMs)

    await expect(desk.say(ann, handoff.id, 'Hello')).rejects.toThrow(LeaseEndedError)
  })

  test('guard fence of an agent’s write: a reply on its way while the conversation changes hands is refused', async () => {
    const { desk, handoff } = await claimedByAnn()
    await desk.say(ann, handoff.id, 'Hello')
    desk.meanwhile(async () => {
      await giveBack(desk.ports, 'release', desk.request(ann, handoff.id))
      await desk.claimed(bob)
    })

    await expect(desk.say(ann, handoff.id, 'Still me')).rejects.toThrow(NotHeldError)
  })

  test('guard line entry: the entry that one agent took cannot be taken again', async () => {
    const { desk, long, short } = await claimedByAnn()
    desk.ports.clock.advance(1_000)
    const { head } = desk.ports.line
    let stale = true
    desk.ports.line.head = async (team, now) => {
      const read = await head(team, now)
      if (!stale) return read
      stale = false
      return { ...read, first: long.entry }
    }

    expect((await desk.claimed(bob)).handoff.id).toBe(short.handoff.id)
    expect(desk.ports.events).toContainEqual({
      event: 'line.lost-race',
      team: 'care',
      agentId: 'bob',
      round: 1,
      refused: ['line-left', 'thread-changed', 'handoff-changed'],
    })
  })

  test('guard capacity: two claims of one agent at once cannot exceed it', async () => {
    const desk = await open(
      testConfig({ teams: { care: { name: 'Care', languages: ['en'], capacity: 1 } }, routing: [] }),
    )
    await desk.waits(90)
    await desk.waits(5)
    desk.meanwhile(() => desk.claim(ann))

    await expect(desk.claim(ann)).rejects.toThrow(AtCapacityError)
  })
})

describe('I7 no open conversation is without a timer, a ticket or a lease’s alarm', () => {
  test('guard timer: an accepted conversation is watched until the customer has an answer', async () => {
    const { desk, handoff } = await claimedByAnn()

    await accept(desk.ports, desk.config, desk.request(ann, handoff.id))

    expect((await desk.read(handoff.id)).state.timerAt).toBeGreaterThan(desk.ports.clock())
  })

  test('guard alarm: a claim without a ticket gets one that rings when the lease ends', async () => {
    const desk = await open()
    await desk.waits(90)
    const ticket = await desk.ports.tickets.receive('care', 0)
    await desk.ports.tickets.remove('care', ticket ?? '')

    await desk.claimed(ann)

    desk.ports.clock.advance(leaseMs)
    expect(desk.ports.tickets.visible('care')).toBe(1)
  })

  test('guard wake another: a ticket that its claim cannot use is there for the next at once', async () => {
    const desk = await open(
      testConfig({ teams: { care: { name: 'Care', languages: ['en'], capacity: 1 } }, routing: [] }),
    )
    await desk.waits(90)
    await desk.waits(5)
    await desk.claimed(ann)

    await expect(desk.claim(ann)).rejects.toThrow(AtCapacityError)

    expect(desk.ports.tickets.visible('care')).toBe(1)
  })

  test('guard wake: a conversation that was given back has a ticket at once', async () => {
    const { desk, handoff } = await claimedByAnn()
    await giveBack(desk.ports, 'release', desk.request(ann, handoff.id))

    expect(desk.ports.tickets.visible('care')).toBe(2)
  })

  test('guard wake of the other team: a conversation that was passed on has a ticket there', async () => {
    const { desk, handoff } = await claimedByAnn()
    await passOn(desk, handoff.id)

    expect(desk.ports.tickets.visible('billing')).toBe(1)
  })

  test('guard heartbeat’s alarm: a renewed lease has its ticket hidden as long', async () => {
    const { desk, handoff } = await claimedByAnn()
    desk.ports.clock.advance(leaseMs - 1_000)
    await heartbeat(desk.ports, desk.config, desk.request(ann, handoff.id))
    desk.ports.clock.advance(2_000)

    expect(desk.ports.tickets.visible('care')).toBe(1)
    desk.ports.clock.advance(leaseMs)
    expect(desk.ports.tickets.visible('care')).toBe(2)
  })
})
