import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startLocalQueues } from '#tests/support/local-queues.ts'

type Local = Awaited<ReturnType<typeof startLocalQueues>>
let local: Local
let sqs: SQSClient

const redrive = (dead: string, maxReceiveCount: number) => ({
  RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [dead, 'Arn'] }, maxReceiveCount },
})

beforeAll(async () => {
  local = await startLocalQueues({
    plain: { VisibilityTimeout: 30, ...redrive('dead', 2) },
    dead: {},
    order: { FifoQueue: true, ...redrive('orderDead', 1) },
    orderDead: { FifoQueue: true },
    scoped: { FifoQueue: true, DeduplicationScope: 'messageGroup', ContentBasedDeduplication: true },
  })
  sqs = new SQSClient(local.client)
})
afterAll(() => local.close())
beforeEach(() => {
  for (const name of Object.keys(local.queues.depths())) local.queues.byName(name)?.purge()
})

const url = (name: string) => local.urlOf(name)
const send = (queue: string, MessageBody: string, more: Partial<SendMessageCommandInput> = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl: url(queue), MessageBody, ...more }))
const sendTo = (queue: string, group: string, body: string, id: string = crypto.randomUUID()) =>
  send(queue, body, { MessageGroupId: group, MessageDeduplicationId: id })
const receive = async (queue: string, more: Partial<ReceiveMessageCommandInput> = {}) => {
  const input = { QueueUrl: url(queue), MaxNumberOfMessages: 10, WaitTimeSeconds: 0, ...more }
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input))
  return Messages
}
const bodies = async (queue: string, more?: Partial<ReceiveMessageCommandInput>) =>
  (await receive(queue, more)).map(({ Body }) => Body)
const remove = (queue: string, ReceiptHandle: string | undefined) =>
  sqs.send(new DeleteMessageCommand({ QueueUrl: url(queue), ReceiptHandle }))
const show = (queue: string, ReceiptHandle: string | undefined, VisibilityTimeout = 0) =>
  sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: url(queue), ReceiptHandle, VisibilityTimeout }))

describe('a standard queue', () => {
  it('carries any text unchanged, with attributes, and refuses what XML cannot carry', async () => {
    await send('plain', '👩‍🚒 naïve\n\t日本', { MessageAttributes: { kind: { DataType: 'String', StringValue: 'x' } } })

    const [message] = await receive('plain', { MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] })

    expect(message).toMatchObject({
      Body: '👩‍🚒 naïve\n\t日本',
      MessageAttributes: { kind: { StringValue: 'x' } },
      Attributes: { ApproximateReceiveCount: '1', SentTimestamp: expect.stringMatching(/^\d{13}$/) },
    })
    await expect(send('plain', 'bad \u0001')).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidMessageContents' }),
    )
    await expect(send('plain', 'bad \ufffe')).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidMessageContents' }),
    )
  })

  it('hides what it handed out until the visibility is changed, and counts receives', async () => {
    await send('plain', 'a')
    const [first] = await receive('plain')

    const hidden = await receive('plain')
    await show('plain', first?.ReceiptHandle)
    const [again] = await receive('plain', { MessageSystemAttributeNames: ['ApproximateReceiveCount'] })

    expect(hidden).toEqual([])
    expect(again?.Attributes).toEqual({ ApproximateReceiveCount: '2' })
  })

  it('ends a long poll as soon as a message is there, and hands it to one poller only', async () => {
    const polls = [1, 2].map(() => bodies('plain', { WaitTimeSeconds: 1 }))

    await send('plain', 'late')

    expect((await Promise.all(polls)).flat()).toEqual(['late'])
  })

  it('ends a long poll when a delay or a visibility ends', async () => {
    await send('plain', 'delayed', { DelaySeconds: 1 })

    expect(await bodies('plain')).toEqual([])
    expect(await bodies('plain', { WaitTimeSeconds: 5 })).toEqual(['delayed'])
  })

  it('moves a message to the dead letters when it was received too often', async () => {
    const { MessageId } = await send('plain', 'sick')
    for (const _ of [1, 2]) await show('plain', (await receive('plain'))[0]?.ReceiptHandle)

    const third = await receive('plain')

    expect(third).toEqual([])
    expect(await receive('dead')).toMatchObject([{ MessageId, Body: 'sick' }])
  })

  it('deletes by the newest receipt only', async () => {
    await send('plain', 'a')
    const [first] = await receive('plain')
    await show('plain', first?.ReceiptHandle)
    const [second] = await receive('plain')

    await remove('plain', first?.ReceiptHandle)
    expect(local.queues.byName('plain')?.depth().inFlight).toBe(1)

    await remove('plain', second?.ReceiptHandle)
    expect(local.queues.byName('plain')?.depth()).toEqual({ visible: 0, inFlight: 0, delayed: 0 })
  })

  it('refuses to change the visibility of what is not in flight, and a queue that does not exist', async () => {
    await send('plain', 'a')
    const [message] = await receive('plain')
    await show('plain', message?.ReceiptHandle)

    await expect(show('plain', message?.ReceiptHandle, 5)).rejects.toThrow(
      expect.objectContaining({ name: 'MessageNotInflight' }),
    )
    await expect(send('nobody', 'a')).rejects.toThrow(expect.objectContaining({ name: 'QueueDoesNotExist' }))
  })

  it('takes a batch entry by entry', async () => {
    const entries = [
      { Id: 'good', MessageBody: 'good' },
      { Id: 'bad', MessageBody: '\u0001' },
    ]

    const { Successful, Failed } = await sqs.send(
      new SendMessageBatchCommand({ QueueUrl: url('plain'), Entries: entries }),
    )
    const [message] = await receive('plain')
    const deleted = await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url('plain'),
        Entries: [
          { Id: 'a', ReceiptHandle: message?.ReceiptHandle },
          { Id: 'b', ReceiptHandle: 'rubbish' },
        ],
      }),
    )

    expect([Successful?.map(({ Id }) => Id), Failed?.map(({ Id }) => Id)]).toEqual([['good'], ['bad']])
    expect([deleted.Successful?.length, deleted.Failed?.[0]?.Code]).toEqual([1, 'ReceiptHandleIsInvalid'])
  })

  it('tells its depth', async () => {
    for (const body of ['a', 'b']) await send('plain', body)
    await receive('plain', { MaxNumberOfMessages: 1 })

    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url('plain'), AttributeNames: ['All'] }),
    )

    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '0',
    })
  })
})

describe('a FIFO queue', () => {
  it('hands out a group in order, several in one batch, and nothing more of it until they are done', async () => {
    for (const body of ['a1', 'a2']) await sendTo('order.fifo', 'a', body)
    await sendTo('order.fifo', 'b', 'b1')
    const batch = await receive('order.fifo')
    await sendTo('order.fifo', 'a', 'a3')

    const blocked = await bodies('order.fifo')
    for (const { ReceiptHandle } of batch) await remove('order.fifo', ReceiptHandle)

    expect(batch.map(({ Body }) => Body)).toEqual(['a1', 'a2', 'b1'])
    expect(blocked).toEqual([])
    expect(await bodies('order.fifo')).toEqual(['a3'])
  })

  it('keeps a group blocked while one of its batch is still in flight', async () => {
    for (const body of ['a1', 'a2']) await sendTo('order.fifo', 'a', body)
    const [, second] = await receive('order.fifo')
    await sendTo('order.fifo', 'a', 'a3')

    await remove('order.fifo', second?.ReceiptHandle)

    expect(await bodies('order.fifo')).toEqual([])
  })

  it('wakes a long poll when a group becomes free', async () => {
    await sendTo('order.fifo', 'a', 'a1')
    const [first] = await receive('order.fifo')
    await sendTo('order.fifo', 'a', 'a2')
    const poll = bodies('order.fifo', { WaitTimeSeconds: 5 })

    await remove('order.fifo', first?.ReceiptHandle)

    expect(await poll).toEqual(['a2'])
  })

  it('answers a message sent again as the first and keeps it once', async () => {
    const first = await sendTo('order.fifo', 'a', 'once', 'same')
    const second = await sendTo('order.fifo', 'b', 'twice', 'same')

    expect(second.MessageId).toBe(first.MessageId)
    expect(await bodies('order.fifo')).toEqual(['once'])
  })

  it('deduplicates per group, and by content, where the queue says so', async () => {
    for (const group of ['a', 'a', 'b']) await send('scoped.fifo', 'same text', { MessageGroupId: group })

    expect(await bodies('scoped.fifo')).toEqual(['same text', 'same text'])
  })

  it('frees a group whose head went to the dead letters', async () => {
    await sendTo('order.fifo', 'a', 'sick')
    await show('order.fifo', (await receive('order.fifo'))[0]?.ReceiptHandle)
    await sendTo('order.fifo', 'a', 'well')

    expect(await bodies('order.fifo')).toEqual(['well'])
    expect(await bodies('orderDead.fifo')).toEqual(['sick'])
  })

  it('refuses a message without a group, without a deduplication id, or with a delay', async () => {
    const refused = [
      send('order.fifo', 'x', { MessageDeduplicationId: '1' }),
      send('order.fifo', 'x', { MessageGroupId: 'a' }),
      send('order.fifo', 'x', { MessageGroupId: 'a', MessageDeduplicationId: '1', DelaySeconds: 5 }),
    ]

    for (const one of refused) await expect(one).rejects.toThrow()
  })

  it('refuses to delete by a receipt whose visibility has ended', async () => {
    await sendTo('order.fifo', 'a', 'x')
    const [message] = await receive('order.fifo')
    await show('order.fifo', message?.ReceiptHandle)

    await expect(remove('order.fifo', message?.ReceiptHandle)).rejects.toThrow(/expired/)
  })
})

describe('a queue with a data folder', () => {
  it('keeps order, receive counts, what is in flight and what it has seen across a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'queues-'))
    const first = await startLocalQueues({ kept: { FifoQueue: true } }, folder)
    const before = first.queues.byName('kept.fifo')
    for (const text of ['1', '2']) before?.send({ body: text, groupId: text, deduplicationId: text })
    const [one] = (await before?.receive({ count: 1 })) ?? []
    await first.close()

    const second = await startLocalQueues({ kept: { FifoQueue: true } }, folder)
    const after = second.queues.byName('kept.fifo')
    after?.send({ body: 'again', groupId: '2', deduplicationId: '2' })

    expect(after?.depth()).toEqual({ visible: 1, inFlight: 1, delayed: 0 })
    after?.changeVisibility(one?.receiptHandle ?? '', 0)
    const messages = (await after?.receive({ count: 10 })) ?? []
    expect(messages.map(({ message }) => [message.body, message.receiveCount])).toEqual([
      ['1', 2],
      ['2', 1],
    ])
    await second.close()
    rmSync(folder, { recursive: true })
  })
})
