import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sqsTicketCounter, sqsTickets } from '#shared/line/sqs-tickets.ts'
import type { TicketCounter, Tickets } from '#shared/line/tickets.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import { memoryTickets } from '#tests/support/memory-tickets.ts'
import { localQueueServer } from '#tests/support/queue-server.ts'
import { startSqs, type TestSqs } from '#tests/support/sqs.ts'
import { testClock } from '#tests/support/test-clock.ts'

interface Desk {
  readonly tickets: Tickets & TicketCounter
  /** Lets so many seconds pass, on whatever clock the queue runs. */
  pass(seconds: number): Promise<void>
}

const suite = (fresh: () => Promise<Desk>) => {
  let desk: Desk
  beforeEach(async () => {
    desk = await fresh()
  })

  test('a ticket is received once, and then it is hidden', async () => {
    const { tickets } = desk
    await tickets.send('care')

    expect(await tickets.receive('care', 0)).toEqual(expect.any(String))
    expect(await tickets.receive('care', 0)).toBeUndefined()
  })

  test('a team without tickets gets none, and none of another team', async () => {
    const { tickets } = desk
    await tickets.send('billing')

    expect(await tickets.receive('care', 0)).toBeUndefined()
    expect(await tickets.receive('billing', 0)).toEqual(expect.any(String))
  })

  test('many tickets are sent at once, more than one request takes', async () => {
    const { tickets } = desk
    await tickets.send('care', { count: 23 })

    expect(await tickets.count('care')).toBe(23)
  })

  test('no tickets are sent when none are wanted', async () => {
    const { tickets } = desk
    await tickets.send('care', { count: 0 })

    expect(await tickets.count('care')).toBe(0)
  })

  test('hidden and delayed tickets are counted, removed ones are not', async () => {
    const { tickets } = desk
    await tickets.send('care', { count: 2 })
    await tickets.send('care', { delaySeconds: 60 })
    const taken = (await tickets.receive('care', 0)) ?? ''
    expect(await tickets.count('care')).toBe(3)

    await tickets.remove('care', taken)
    expect(await tickets.count('care')).toBe(2)
  })

  test('a ticket hidden for no time wakes the next at once', async () => {
    const { tickets } = desk
    await tickets.send('care')
    const taken = (await tickets.receive('care', 0)) ?? ''

    await tickets.hide('care', taken, 0)

    expect(await tickets.receive('care', 0)).toEqual(expect.any(String))
  })

  test('a removed ticket never comes back', async () => {
    const { tickets, pass } = desk
    await tickets.send('care')
    const taken = (await tickets.receive('care', 0)) ?? ''
    await tickets.hide('care', taken, 1)

    await tickets.remove('care', taken)
    await pass(1.2)

    expect(await tickets.receive('care', 0)).toBeUndefined()
  })

  test('a hidden ticket comes back when its time is over, and not before', async () => {
    const { tickets, pass } = desk
    await tickets.send('care')
    const taken = (await tickets.receive('care', 0)) ?? ''

    await tickets.hide('care', taken, 1)

    expect(await tickets.receive('care', 0)).toBeUndefined()
    await pass(1.2)
    expect(await tickets.receive('care', 0)).toEqual(expect.any(String))
  })

  test('a delayed ticket is not there before its time', async () => {
    const { tickets, pass } = desk
    await tickets.send('care', { delaySeconds: 1 })

    expect(await tickets.receive('care', 0)).toBeUndefined()
    await pass(1.2)
    expect(await tickets.receive('care', 0)).toEqual(expect.any(String))
  })

  test('whoever waits gets a ticket that becomes visible meanwhile', async () => {
    const { tickets } = desk
    await tickets.send('care', { delaySeconds: 1 })

    expect(await tickets.receive('care', 3)).toEqual(expect.any(String))
  })

  test('hiding a ticket that is gone is an error', async () => {
    const { tickets } = desk
    await tickets.send('care')
    const taken = (await tickets.receive('care', 0)) ?? ''
    await tickets.remove('care', taken)

    await expect(tickets.hide('care', taken, 5)).rejects.toThrow()
  })
}

const onSqs = (startServer: typeof localQueueServer) => {
  let sqs: TestSqs
  beforeAll(async () => {
    sqs = await startSqs([], startServer)
  })
  afterAll(() => sqs.stop())

  suite(async () => {
    const urls = { care: await sqs.createQueue('standard'), billing: await sqs.createQueue('standard') }
    return {
      tickets: { ...sqsTickets(sqs.client, urls), ...sqsTicketCounter(sqs.client, urls) },
      pass: (seconds) => delay(seconds * 1_000),
    }
  })

  test('a team without a queue is named in the error, with those that have one', async () => {
    const tickets = sqsTickets(sqs.client, { care: 'http://127.0.0.1/care' })

    await expect(tickets.send('nobody')).rejects.toThrow('team nobody has no queue: allowed are care')
  })

  test('a longer delay than SQS takes is cut to the longest', async () => {
    const url = await sqs.createQueue('standard')

    await sqsTickets(sqs.client, { care: url }).send('care', { delaySeconds: 86_400 })

    expect(await sqsTicketCounter(sqs.client, { care: url }).count('care')).toBe(1)
  })
}

describe('in memory', () =>
  suite(async () => {
    const clock = testClock()
    return { tickets: memoryTickets(clock), pass: async (seconds) => clock.advance(seconds * 1_000) }
  }))
describe('on the local cloud', () => onSqs(localQueueServer))
describe('on fauxqs', () => onSqs(fauxqsServer))
