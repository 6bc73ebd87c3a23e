import type { SQSEvent } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { queueEvent } from '#infra/local/events/queue-event.ts'
import type { Answered } from '#tests/simulation/people.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { inboundQueue } from '#tests/simulation/stack-queues.ts'
import { mixDeliveries } from './mixed-deliveries.ts'

const second = 1_000
const hour = 3_600 * second
const question = 'How do I return a lamp?'

describe('a delivery has one effect', () => {
  test('though it comes a hundred times within eight days', async () => {
    const simulation = new Simulation()
    const { world, customers } = simulation
    for (let n = 0; n < 100; n += 1) {
      await world.run(() => customers.says('ada', question, 'm-1'))
      await world.pass((8 * 24 * hour) / 100)
    }

    expect(world.channel.delivered.map(({ text }) => text)).toEqual([`You asked: ${question}`])
    expect(simulation.violations()).toEqual([])
  })

  test('though two functions have it at once', async () => {
    const simulation = new Simulation()
    const { world, customers } = simulation
    const queue = world.cloud.queue(inboundQueue)
    await world.run(() => customers.delivers('ada', question, 'm-1'))
    const event = queueEvent(queue.takeNow(10), queue.settings.arn, 'us-east-1') as unknown as SQSEvent
    await world.run(() => Promise.all([1, 2].map(() => world.invoke('TakeTurn', world.doors.takeTurn, event))))
    await simulation.drain()

    expect(world.channel.delivered.map(({ text }) => text)).toEqual([`You asked: ${question}`])
  })

  test.each(Array.from({ length: 60 }, (_, seed) => seed))('whatever order seed %i brings', async (seed) => {
    expect(await mixDeliveries(seed)).toEqual([])
  })
})

/** One question, and what the company's callback answers to its reply: when it was asked, and what the reply became. */
const answering = async (
  answers: readonly { readonly status: number; readonly headers?: Record<string, string> }[],
) => {
  const simulation = new Simulation()
  const { world, customers } = simulation
  let asked = 0
  world.channel.answer = () => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? { status: 200 }
    asked += 1
    return { ...answer, body: '' }
  }
  await world.run(() => customers.says('ada', question, 'm-1'))
  await world.pass(26 * hour)
  const times = world.channel.delivered.map(({ at }) =>
    Math.round((at - (world.channel.delivered[0]?.at ?? 0)) / second),
  )
  return { simulation, times }
}

describe('a callback', () => {
  test.each(['0', '45', '3600'])('that says 429 and Retry-After %s is left alone that long', async (wait) => {
    const { simulation, times } = await answering([{ status: 429, headers: { 'retry-after': wait } }, { status: 200 }])

    expect(times).toHaveLength(2)
    expect(times[1]).toBeGreaterThanOrEqual(Number(wait))
    expect(simulation.violations()).toEqual([])
  })

  test.each(['soon', '-5', '1e9', ''])(
    'that says 429 and Retry-After "%s" is asked again all the same',
    async (wait) => {
      const { simulation, times } = await answering([
        { status: 429, headers: { 'retry-after': wait } },
        { status: 200 },
      ])

      expect(times).toHaveLength(2)
      expect(simulation.violations()).toEqual([])
    },
  )

  test('that fails five times gets the message once it does not', async () => {
    const { simulation, times } = await answering([
      ...Array.from({ length: 5 }, () => ({ status: 500 })),
      { status: 200 },
    ])

    expect(times).toHaveLength(6)
    expect(simulation.violations()).toEqual([])
  })
})

const failedIn = ({ body }: Answered): readonly unknown[] =>
  (body.messages as readonly { readonly delivery?: string; readonly author: unknown }[]).filter(
    ({ delivery }) => delivery === 'failed',
  )

describe('what the callback refuses for good', () => {
  test.each([400, 401, 403, 404, 410, 422])(
    'with %i is not sent again, and the agent sees it within five seconds',
    async (status) => {
      const simulation = new Simulation()
      const { world, customers } = simulation
      await world.run(() => customers.says('ada', 'I want to talk to a human', 'm-1'))
      await world.pass(second)
      const { body } = await world.run(() => simulation.agent('ann').claim('care'))
      const { id, conversationId } = body.handoff as { readonly id: string; readonly conversationId: string }
      world.channel.answer = () => ({ status, body: '' })
      await world.run(() => simulation.agent('ann').act('messages', id, { text: 'I am Ann' }))
      await world.pass(5 * second)

      const route = 'GET /conversations/{id}'
      const read = await world.run(() => simulation.agent('ann').request({ route, path: { id: conversationId } }))
      expect(failedIn(read)).toMatchObject([{ text: 'I am Ann', delivery: 'failed' }])
      await world.pass(24 * hour)
      expect(world.channel.delivered.filter(({ text }) => text === 'I am Ann')).toHaveLength(1)
    },
  )
})
