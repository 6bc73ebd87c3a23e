import { Match } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { plain, type Resource, resourcesOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const template = sampleTemplate()
const queues = Object.entries(resourcesOf(template, 'AWS::SQS::Queue'))
const isDeadLetters = ([id]: [string, Resource]) => id.includes('DeadLetters')
const redrive = ({ Properties }: Resource) =>
  Properties.RedrivePolicy as { deadLetterTargetArn: unknown; maxReceiveCount: number }

test('there are two FIFO queues for messages, one queue per team, and one for questions', () => {
  const working = queues.filter((entry) => !isDeadLetters(entry)).map(([id]) => plain({ Ref: id }))

  expect(working).toEqual([
    'MessagesInbound',
    'MessagesOutbound',
    'LinescareTickets',
    'LinescarenightTickets',
    'Questions',
  ])
})

test.each(queues.filter((entry) => !isDeadLetters(entry)))(
  '%s has a dead-letter queue of its own and of its kind',
  (id, queue) => {
    const [deadLetterId, deadLetters] =
      queues.find(([other]) => plain({ Ref: other }) === plain(redrive(queue).deadLetterTargetArn)) ?? []

    expect(plain({ Ref: deadLetterId })).toBe(
      plain({ Ref: id })
        .replace(/Tickets$/, '')
        .replace(/^Questions$/, 'DeadLettersWhatIf')
        .replace(/^(Messages|Lines)/, 'DeadLetters'),
    )
    expect(deadLetters?.Properties.FifoQueue).toBe(queue.Properties.FifoQueue)
  },
)

test.each(queues)('%s is encrypted and keeps its messages for 14 days', (_id, { Properties }) => {
  expect(Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3600 })
})

test('no queue takes a call without TLS', () => {
  template.resourcePropertiesCountIs(
    'AWS::SQS::QueuePolicy',
    {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    },
    queues.length,
  )
})

test.each(queues.filter(([id]) => /^(Messages|DeadLetters)(In|Out)bound/.test(id)))(
  '%s orders and deduplicates within a thread only, and outlives the stack',
  (_id, { Properties, DeletionPolicy }) => {
    expect(Properties).toMatchObject({
      FifoQueue: true,
      ContentBasedDeduplication: false,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    })
    expect(DeletionPolicy).toBe('Retain')
  },
)

test.each([
  ['MessagesInbound', 90, 6],
  ['MessagesOutbound', 60, 20],
  ['LinescareTickets', 30, 100],
])('%s hides a message for %i seconds and gives up after %i receives', (name, seconds, receives) => {
  const [, queue] = queues.find(([id]) => plain({ Ref: id }) === name) ?? []

  expect(queue?.Properties.VisibilityTimeout).toBe(seconds)
  expect(queue && redrive(queue).maxReceiveCount).toBe(receives)
})

test('a claim polls for its ticket as long as SQS allows', () => {
  template.hasResourceProperties('AWS::SQS::Queue', { ReceiveMessageWaitTimeSeconds: 20, VisibilityTimeout: 30 })
})

test('messages come to their doors in batches of ten and fail one by one; questions come one at a time', () => {
  const sources = Object.values(resourcesOf(template, 'AWS::Lambda::EventSourceMapping')).map(({ Properties }) => ({
    from: plain(Properties.EventSourceArn),
    to: plain(Properties.FunctionName),
    batch: Properties.BatchSize,
    answers: Properties.FunctionResponseTypes,
  }))

  expect(sources).toEqual([
    { from: 'MessagesInbound', to: 'TakeTurnFunction', batch: 10, answers: ['ReportBatchItemFailures'] },
    { from: 'MessagesOutbound', to: 'DeliverMessageFunction', batch: 10, answers: ['ReportBatchItemFailures'] },
    { from: 'Questions', to: 'WhatIfFunction', batch: 1, answers: undefined },
  ])
})

test('no queue shows a message again while the door that took it may still be at work', () => {
  const timeout = (door: string) =>
    Object.entries(resourcesOf(template, 'AWS::Lambda::Function')).find(([id]) => plain({ Ref: id }) === door)?.[1]
      .Properties.Timeout

  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::Lambda::EventSourceMapping'))) {
    const [, queue] = queues.find(([id]) => plain({ Ref: id }) === plain(Properties.EventSourceArn)) ?? []
    expect(queue?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(Number(timeout(plain(Properties.FunctionName))))
  }
})
