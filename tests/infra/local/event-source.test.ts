import { afterEach, describe, expect, it, vi } from 'vitest'
import { type EventSource, startEventSource } from '#infra/local/events/event-source.ts'
import { doneMessages } from '#infra/local/events/queue-event.ts'
import { createCallCounter } from '#infra/local/gateway/call-counter.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { asList, asObject, type Json } from '#infra/local/json.ts'
import { FunctionError } from '#infra/local/lambda/errors.ts'
import type { LocalFunction } from '#infra/local/lambda/local-function.ts'
import type { ReceivedMessage } from '#infra/local/queue/message.ts'
import { forgetfulStore } from '#infra/local/queue/message-store.ts'
import { LocalQueue } from '#infra/local/queue/queue.ts'
import { queueSettings } from '#infra/local/queue/queue-settings.ts'

const arn = 'arn:aws:sqs:us-east-1:000000000000:q.fifo'
const role = createRole('TurnRole', [{ Effect: 'Allow', Action: 'sqs:*', Resource: arn }])
const open: { close(): void | Promise<void> }[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

const startQueue = (visibilitySeconds = 30): LocalQueue => {
  const settings = queueSettings('q.fifo', arn, { FifoQueue: true, VisibilityTimeout: visibilitySeconds })
  const queue = new LocalQueue(settings, forgetfulStore, () => undefined)
  open.push(queue)
  return queue
}

const bodiesOf = (event: Json) => asList(asObject(event).Records).map((record) => String(asObject(record).body))

const start = (queue: LocalQueue, invoke: (event: Json) => Promise<Json>, concurrency = 2): EventSource => {
  const lambda = { definition: { name: 'Turn' }, invoke } as unknown as LocalFunction
  const counter = createCallCounter()
  const setting = {
    queue,
    lambda,
    region: 'us-east-1',
    batchSize: 10,
    reportsFailures: true,
    concurrency,
    counter,
    role,
  }
  const source = startEventSource(setting)
  open.unshift(source)
  return source
}

const send = (queue: LocalQueue, groupId: string, ...texts: string[]) => {
  for (const body of texts) queue.send({ body, groupId, deduplicationId: crypto.randomUUID() })
}

describe('an event source', () => {
  it('hands records on as Lambda does, and deletes what was done', async () => {
    const queue = startQueue()
    const events: Json[] = []
    send(queue, 'g', 'hello')

    start(queue, async (event) => {
      events.push(event)
      return { batchItemFailures: [] }
    })

    await vi.waitFor(() => expect(queue.depth()).toEqual({ visible: 0, inFlight: 0, delayed: 0 }))
    expect(events).toMatchObject([
      {
        Records: [
          {
            body: 'hello',
            eventSource: 'aws:sqs',
            eventSourceARN: arn,
            awsRegion: 'us-east-1',
            md5OfBody: '5d41402abc4b2a76b9719d911017c592',
            attributes: {
              ApproximateReceiveCount: '1',
              MessageGroupId: 'g',
              SequenceNumber: '00000000000000000001',
              SentTimestamp: expect.stringMatching(/^\d{13}$/),
            },
          },
        ],
      },
    ])
  })

  it('keeps a group to itself while it runs, and brings others meanwhile', async () => {
    const queue = startQueue()
    const seen: string[][] = []
    const slow = Promise.withResolvers<void>()
    send(queue, 'a', 'a1')

    start(queue, async (event) => {
      seen.push(bodiesOf(event))
      if (bodiesOf(event).includes('a1')) await slow.promise
      return null
    })
    await vi.waitFor(() => expect(seen).toEqual([['a1']]))
    send(queue, 'a', 'a2')
    send(queue, 'b', 'b1')
    await vi.waitFor(() => expect(seen).toEqual([['a1'], ['b1']]))
    slow.resolve()

    await vi.waitFor(() => expect(seen).toEqual([['a1'], ['b1'], ['a2']]))
  })

  it('brings back, after its visibility, only what the function names as failed', async () => {
    const queue = startQueue(1)
    const seen: string[][] = []
    send(queue, 'a', 'good', 'bad')

    start(queue, async (event) => {
      seen.push(bodiesOf(event))
      const failed = asList(asObject(event).Records).filter((record) => asObject(record).body === 'bad')
      const first = seen.length === 1
      return {
        batchItemFailures: first ? failed.map((one) => ({ itemIdentifier: asObject(one).messageId ?? '' })) : [],
      }
    })

    await vi.waitFor(() => expect(seen).toEqual([['good', 'bad'], ['bad']]), 4_000)
  })

  it('brings all of it back when the function fails', async () => {
    const queue = startQueue(1)
    const seen: string[][] = []
    send(queue, 'a', '1', '2')

    start(queue, async (event) => {
      seen.push(bodiesOf(event))
      if (seen.length === 1) throw new FunctionError('Turn', 'Error', 'on purpose')
      return null
    })

    await vi.waitFor(
      () =>
        expect(seen).toEqual([
          ['1', '2'],
          ['1', '2'],
        ]),
      4_000,
    )
  })

  it('takes nothing more once closed', async () => {
    const queue = startQueue()
    const invoke = vi.fn(async () => null)
    const source = start(queue, invoke)
    await source.close()

    send(queue, 'a', 'late')

    expect(queue.depth().visible).toBe(1)
    expect(invoke).not.toHaveBeenCalled()
  })
})

describe('a batch', () => {
  const batch = ['m1', 'm2'].map((id) => ({ message: { id } }) as ReceivedMessage)
  const ids = (result: Json, reports = true) => doneMessages(batch, result, reports).map(({ message }) => message.id)

  it.each<[string, Json, string[]]>([
    ['no failures', { batchItemFailures: [] }, ['m1', 'm2']],
    ['nothing at all', null, ['m1', 'm2']],
    ['one failure', { batchItemFailures: [{ itemIdentifier: 'm1' }] }, ['m2']],
    ['a failure nobody knows', { batchItemFailures: [{ itemIdentifier: 'x' }] }, []],
    ['a failure without a name', { batchItemFailures: [{}] }, []],
  ])('with %s leaves done: %j', (_name, result, expected) => {
    expect(ids(result)).toEqual(expected)
  })

  it('is done as a whole where the mapping does not ask for failures', () => {
    expect(ids({ batchItemFailures: [{ itemIdentifier: 'm1' }] }, false)).toEqual(['m1', 'm2'])
  })
})
