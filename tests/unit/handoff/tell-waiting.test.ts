import { describe, expect, test } from 'vitest'
import { ann } from '#tests/support/desk.ts'
import { hours, minutes, openSweepDesk, type SweepDesk } from '#tests/support/sweep-desk.ts'
import { testConfig } from '#tests/support/test-config.ts'

const everyTwenty = testConfig({ notices: { updateEveryMinutes: 20 } })
const update = expect.stringMatching(/^You are still waiting for our Customer Care team/)

const rings = async (desk: SweepDesk, threadId: string, config = everyTwenty): Promise<void> => {
  await desk.looksAt(threadId)
  await desk.sweeps(config)
}

const waiting = async (config = everyTwenty) => {
  const desk = openSweepDesk(config)
  const conversation = await desk.waits(0)
  return { desk, ...conversation, threadId: conversation.state.threadId }
}

test('whoever waits is told so once in each interval, and the handoff counts it', async () => {
  const { desk, threadId, handoff } = await waiting()
  await rings(desk, threadId)
  expect(desk.told()).toEqual([])
  for (let minute = 0; minute < 42; minute += 1) {
    desk.ports.clock.advance(minutes(1))
    await desk.sweeps()
  }

  const told = new Map(desk.ports.outbound.sent.map(({ message }) => [message.id, message.text]))
  expect([...told.values()]).toEqual([update, update])
  const { handoff: now, state } = await desk.read(handoff.id)
  expect(now).toMatchObject({ status: 'waiting', epoch: 2, updates: 2 })
  expect(state).toMatchObject({ status: 'waiting', epoch: 2, messages: 4 })
})

test('two sweeps at once tell it once', async () => {
  const { desk, threadId } = await waiting()
  desk.ports.clock.advance(minutes(21))
  await desk.looksAt(threadId)

  await desk.sweepsTwice()

  expect(desk.told()).toEqual([update])
})

test('whoever was claimed in that moment does not hear it', async () => {
  const { desk, threadId } = await waiting()
  desk.ports.clock.advance(minutes(21))
  await desk.looksAt(threadId)
  desk.meanwhile(() => desk.claimed(ann))

  await desk.sweeps()

  expect(desk.told()).toEqual([])
})

test('whoever came back to the line is looked at in the next minute', async () => {
  const { desk } = await waiting()
  await desk.claimed(ann)
  desk.ports.clock.advance(minutes(30))
  await desk.sweeps()
  const before = desk.told().length

  desk.ports.clock.advance(minutes(1))
  await desk.sweeps()

  expect(before).toBe(0)
  expect(desk.told()).toEqual([update])
})

test.each([{ lastMessageAt: 1 }, { epoch: 9 }, { status: 'closed' as const }])(
  'who is %j by then is not told',
  async (set) => {
    const { desk, threadId } = await waiting()
    desk.ports.clock.advance(minutes(21))
    await desk.looksAt(threadId)
    desk.meanwhile(() => desk.commit([{ kind: 'thread-changed', threadId, patch: { expect: {}, set } }]))

    await desk.sweeps()

    expect(desk.told()).toEqual([])
  },
)

test.each([{ epoch: 9 }, { status: 'closed' as const }])('whose handoff is %j by then is not told', async (set) => {
  const { desk, threadId, handoff } = await waiting()
  desk.ports.clock.advance(minutes(21))
  await desk.looksAt(threadId)
  desk.meanwhile(() => desk.commit([{ kind: 'handoff-changed', handoffId: handoff.id, patch: { expect: {}, set } }]))

  await desk.sweeps()

  expect(desk.told()).toEqual([])
})

describe('nobody is told', () => {
  test('where the company did not ask for it', async () => {
    const { desk, threadId } = await waiting(testConfig())
    desk.ports.clock.advance(hours(3))

    await rings(desk, threadId, testConfig())

    expect(desk.told()).toEqual([])
  })

  test('while the team is away, and then at once when it is back', async () => {
    const day = ['13:00-17:00']
    const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }
    const away = testConfig({
      teams: {
        care: { name: 'Customer Care', languages: ['en'], hours: { timeZone: 'UTC', weekly } },
        billing: { name: 'Billing', languages: ['en'] },
      },
      notices: { updateEveryMinutes: 20 },
    })
    const { desk, threadId } = await waiting(away)
    desk.ports.clock.advance(minutes(30))
    await rings(desk, threadId, away)
    const early = desk.told().length

    desk.ports.clock.advance(hours(4.5))
    await desk.sweeps(away)

    expect(early).toBe(0)
    expect(desk.told()).toEqual([update])
  })

  test.each([
    [23, 1],
    [24, 0],
  ])('who has been silent for a day: after %i hours %i times', async (silent, times) => {
    const { desk, threadId } = await waiting()
    desk.ports.clock.advance(hours(silent))

    await rings(desk, threadId)

    expect(desk.told()).toHaveLength(times)
  })
})
