import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type GroupHandler, type GroupOptions, handleGroups } from '#shared/lambda/queue-groups.ts'
import type { LogEvent } from '#shared/log/log.ts'

const schema = z.object({ text: z.string() })
type Body = z.infer<typeof schema>

const record = (messageId: string, group: string | undefined, body: unknown, receives = 2): SQSRecord => ({
  messageId,
  receiptHandle: `receipt-${messageId}`,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: '0',
    SenderId: 'sender',
    ApproximateFirstReceiveTimestamp: '0',
    ...(group !== undefined && { MessageGroupId: group }),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:inbound.fifo',
  awsRegion: 'us-east-1',
})

const says = (messageId: string, group: string, text = messageId): SQSRecord => record(messageId, group, { text })

const handled = async (
  records: readonly SQSRecord[],
  handle: GroupHandler<Body> = async () => [],
  options: GroupOptions = {},
) => {
  const groups: { group: string; texts: string[] }[] = []
  const events: LogEvent[] = []
  const event: SQSEvent = { Records: [...records] }
  const answer = await handleGroups(
    event,
    schema,
    (logged) => events.push(logged),
    async (group, bodies) => {
      groups.push({ group, texts: bodies.map(({ body }) => body.text) })
      return handle(group, bodies)
    },
    options,
  )
  return { back: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), groups, events }
}

test('a burst is handled together, in its order, apart from other groups', async () => {
  const { back, groups } = await handled([says('a1', 'a'), says('b1', 'b'), says('a2', 'a'), says('b2', 'b')])

  expect(groups).toEqual([
    { group: 'a', texts: ['a1', 'a2'] },
    { group: 'b', texts: ['b1', 'b2'] },
  ])
  expect(back).toEqual([])
})

test('a record comes with what its queue says of it', async () => {
  const seen: unknown[] = []
  await handled([says('a1', 'a')], async (_group, records) => {
    seen.push(...records)
    return []
  })

  expect(seen).toEqual([{ id: 'a1', receipt: 'receipt-a1', body: { text: 'a1' }, receiveCount: 2 }])
})

test.each([
  ['no JSON', '{'],
  ['the wrong shape', { text: 7 }],
  ['nothing', ''],
  ['deep nesting', '['.repeat(5_000)],
])('a record that is %s comes back alone, and its siblings are handled', async (_what, body) => {
  const { back, groups, events } = await handled([says('a1', 'a'), record('bad', 'a', body), says('a2', 'a')])

  expect(back).toEqual(['bad'])
  expect(groups).toEqual([{ group: 'a', texts: ['a1', 'a2'] }])
  expect(events).toEqual([{ event: 'record.rejected', queueMessageId: 'bad', cause: 'unreadable body' }])
})

test('a group that fails comes back whole, and the others do not', async () => {
  const { back, groups, events } = await handled([says('a1', 'a'), says('b1', 'b'), says('a2', 'a')], async (group) => {
    if (group === 'a') throw new RangeError('Ada wrote something odd')
    return []
  })

  expect(back).toEqual(['a1', 'a2'])
  expect(groups.map(({ group }) => group)).toEqual(['a', 'b'])
  expect(events).toEqual([
    { event: 'record.rejected', queueMessageId: 'a1', cause: 'RangeError' },
    { event: 'record.rejected', queueMessageId: 'a2', cause: 'RangeError' },
  ])
})

test('what a group gives back comes back, and what it did stays done', async () => {
  const { back } = await handled([says('a1', 'a'), says('a2', 'a'), says('b1', 'b')], async (group) =>
    group === 'a' ? ['a2'] : [],
  )

  expect(back).toEqual(['a2'])
})

test('groups are handled side by side: one that waits for another does not stop it', async () => {
  const first = Promise.withResolvers<void>()
  const { back, groups } = await handled([says('a1', 'a'), says('b1', 'b')], async (group) => {
    if (group === 'a') await first.promise
    else first.resolve()
    return []
  })

  expect(back).toEqual([])
  expect(groups).toHaveLength(2)
})

test('records without a group are each their own', async () => {
  const { groups } = await handled([record('m1', undefined, { text: 'x' }), record('m2', undefined, { text: 'y' })])

  expect(groups).toEqual([
    { group: 'm1', texts: ['x'] },
    { group: 'm2', texts: ['y'] },
  ])
})

test('an empty batch is no failure', async () => {
  expect(await handled([])).toEqual({ back: [], groups: [], events: [] })
})

/** When each group began and ended, in a batch that was received so often. */
const courseOf = async (receives: Readonly<Record<string, number>>) => {
  const course: string[] = []
  const records = Object.entries(receives).map(([group, times]) => record(group, group, { text: '' }, times))
  await handled(records, async (group) => {
    course.push(`${group} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    course.push(`${group} ends`)
    return []
  })
  return course.join(', ')
}

describe('a group that may have ended the runs before it', () => {
  test.each([
    [3, 'a begins, a ends, b begins, b ends, c begins, c ends'],
    [4, 'c begins, c ends, b begins, b ends, a begins, a ends'],
    [5, 'a begins, a ends, b begins, b ends, c begins, c ends'],
  ])('has nobody beside it from the third try on: try %i', async (receives, course) => {
    expect(await courseOf({ a: receives, b: receives, c: receives })).toBe(course)
  })

  test('is not suspected before', async () => {
    expect(await courseOf({ a: 2, b: 2 })).toBe('a begins, b begins, a ends, b ends')
  })

  test('waits for those that come for the first time', async () => {
    expect(await courseOf({ a: 3, b: 1, c: 2 })).toBe('b begins, c begins, b ends, c ends, a begins, a ends')
  })

  test('keeps the others waiting no longer than its head start, where there is one', async () => {
    const last = Promise.withResolvers<void>()
    const suspects = ['a', 'b', 'c'].map((group) => record(group, group, { text: group }, 3))

    const { back, groups } = await handled(
      suspects,
      async (group) => {
        if (group === 'c') last.resolve()
        await last.promise
        return group === 'a' ? ['a'] : []
      },
      { headStartMs: 1 },
    )

    expect(groups.map(({ group }) => group)).toEqual(['a', 'b', 'c'])
    expect(back).toEqual(['a'])
  })
})
