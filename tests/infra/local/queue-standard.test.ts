import { DeleteMessageBatchCommand, GetQueueAttributesCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type QueueSpeaker, redriveTo, speakToQueues } from '#tests/support/local-queue-speaker.ts'

let queue: QueueSpeaker

beforeAll(async () => {
  queue = await speakToQueues({ plain: { VisibilityTimeout: 30, ...redriveTo('dead', 2) }, dead: {} })
})
afterAll(() => queue.close())
beforeEach(() => queue.empty())

describe('a standard queue', () => {
  it('carries any text unchanged, with attributes, and refuses what XML cannot carry', async () => {
    await queue.send('plain', '👩‍🚒 naïve\n\t日本', {
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'x' } },
    })

    const [message] = await queue.receive('plain', {
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    })

    expect(message).toMatchObject({
      Body: '👩‍🚒 naïve\n\t日本',
      MessageAttributes: { kind: { StringValue: 'x' } },
      Attributes: { ApproximateReceiveCount: '1', SentTimestamp: expect.stringMatching(/^\d{13}$/) },
    })
    await expect(queue.send('plain', 'bad \u0001')).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidMessageContents' }),
    )
    await expect(queue.send('plain', 'bad \ufffe')).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidMessageContents' }),
    )
  })

  it('hides what it handed out until the visibility is changed, and counts receives', async () => {
    await queue.send('plain', 'a')
    const [first] = await queue.receive('plain')

    const hidden = await queue.receive('plain')
    await queue.show('plain', first?.ReceiptHandle)
    const [again] = await queue.receive('plain', { MessageSystemAttributeNames: ['ApproximateReceiveCount'] })

    expect(hidden).toEqual([])
    expect(again?.Attributes).toEqual({ ApproximateReceiveCount: '2' })
  })

  it('ends a long poll as soon as a message is there, and hands it to one poller only', async () => {
    const polls = [1, 2].map(() => queue.bodies('plain', { WaitTimeSeconds: 1 }))

    await queue.send('plain', 'late')

    expect((await Promise.all(polls)).flat()).toEqual(['late'])
  })

  it('ends a long poll when a delay or a visibility ends', async () => {
    await queue.send('plain', 'delayed', { DelaySeconds: 1 })

    expect(await queue.bodies('plain')).toEqual([])
    expect(await queue.bodies('plain', { WaitTimeSeconds: 5 })).toEqual(['delayed'])
  })

  it('moves a message to the dead letters when it was received too often', async () => {
    const { MessageId } = await queue.send('plain', 'sick')
    for (const _ of [1, 2]) await queue.show('plain', (await queue.receive('plain'))[0]?.ReceiptHandle)

    const third = await queue.receive('plain')

    expect(third).toEqual([])
    expect(await queue.receive('dead')).toMatchObject([{ MessageId, Body: 'sick' }])
  })

  it('deletes by the newest receipt only', async () => {
    await queue.send('plain', 'a')
    const [first] = await queue.receive('plain')
    await queue.show('plain', first?.ReceiptHandle)
    const [second] = await queue.receive('plain')

    await queue.remove('plain', first?.ReceiptHandle)
    expect(queue.queues.byName('plain')?.depth().inFlight).toBe(1)

    await queue.remove('plain', second?.ReceiptHandle)
    expect(queue.queues.byName('plain')?.depth()).toEqual({ visible: 0, inFlight: 0, delayed: 0 })
  })

  it('refuses to change the visibility of what is not in flight, and a queue that does not exist', async () => {
    await queue.send('plain', 'a')
    const [message] = await queue.receive('plain')
    await queue.show('plain', message?.ReceiptHandle)

    await expect(queue.show('plain', message?.ReceiptHandle, 5)).rejects.toThrow(
      expect.objectContaining({ name: 'MessageNotInflight' }),
    )
    await expect(queue.send('nobody', 'a')).rejects.toThrow(expect.objectContaining({ name: 'QueueDoesNotExist' }))
  })

  it('takes a batch entry by entry', async () => {
    const entries = [
      { Id: 'good', MessageBody: 'good' },
      { Id: 'bad', MessageBody: '\u0001' },
    ]

    const { Successful, Failed } = await queue.sqs.send(
      new SendMessageBatchCommand({ QueueUrl: queue.url('plain'), Entries: entries }),
    )
    const [message] = await queue.receive('plain')
    const deleted = await queue.sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queue.url('plain'),
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
    for (const body of ['a', 'b']) await queue.send('plain', body)
    await queue.receive('plain', { MaxNumberOfMessages: 1 })

    const { Attributes } = await queue.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queue.url('plain'), AttributeNames: ['All'] }),
    )

    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '0',
    })
  })
})
