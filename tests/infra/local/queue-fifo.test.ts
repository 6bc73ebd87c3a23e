import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type QueueSpeaker, redriveTo, speakToQueues } from '#tests/support/local-queue-speaker.ts'

let queue: QueueSpeaker

beforeAll(async () => {
  queue = await speakToQueues({
    order: { FifoQueue: true, ...redriveTo('orderDead', 1) },
    orderDead: { FifoQueue: true },
    scoped: { FifoQueue: true, DeduplicationScope: 'messageGroup', ContentBasedDeduplication: true },
  })
})
afterAll(() => queue.close())
beforeEach(() => queue.empty())

describe('a FIFO queue', () => {
  it('hands out a group in order, several in one batch, and nothing more of it until they are done', async () => {
    for (const body of ['a1', 'a2']) await queue.sendTo('order.fifo', 'a', body)
    await queue.sendTo('order.fifo', 'b', 'b1')
    const batch = await queue.receive('order.fifo')
    await queue.sendTo('order.fifo', 'a', 'a3')

    const blocked = await queue.bodies('order.fifo')
    for (const { ReceiptHandle } of batch) await queue.remove('order.fifo', ReceiptHandle)

    expect(batch.map(({ Body }) => Body)).toEqual(['a1', 'a2', 'b1'])
    expect(blocked).toEqual([])
    expect(await queue.bodies('order.fifo')).toEqual(['a3'])
  })

  it('keeps a group blocked while one of its batch is still in flight', async () => {
    for (const body of ['a1', 'a2']) await queue.sendTo('order.fifo', 'a', body)
    const [, second] = await queue.receive('order.fifo')
    await queue.sendTo('order.fifo', 'a', 'a3')

    await queue.remove('order.fifo', second?.ReceiptHandle)

    expect(await queue.bodies('order.fifo')).toEqual([])
  })

  it('wakes a long poll when a group becomes free', async () => {
    await queue.sendTo('order.fifo', 'a', 'a1')
    const [first] = await queue.receive('order.fifo')
    await queue.sendTo('order.fifo', 'a', 'a2')
    const poll = queue.bodies('order.fifo', { WaitTimeSeconds: 5 })

    await queue.remove('order.fifo', first?.ReceiptHandle)

    expect(await poll).toEqual(['a2'])
  })

  it('answers a message sent again as the first and keeps it once', async () => {
    const first = await queue.sendTo('order.fifo', 'a', 'once', 'same')
    const second = await queue.sendTo('order.fifo', 'b', 'twice', 'same')

    expect(second.MessageId).toBe(first.MessageId)
    expect(await queue.bodies('order.fifo')).toEqual(['once'])
  })

  it('deduplicates per group, and by content, where the queue says so', async () => {
    for (const group of ['a', 'a', 'b']) await queue.send('scoped.fifo', 'same text', { MessageGroupId: group })

    expect(await queue.bodies('scoped.fifo')).toEqual(['same text', 'same text'])
  })

  it('frees a group whose head went to the dead letters', async () => {
    await queue.sendTo('order.fifo', 'a', 'sick')
    await queue.show('order.fifo', (await queue.receive('order.fifo'))[0]?.ReceiptHandle)
    await queue.sendTo('order.fifo', 'a', 'well')

    expect(await queue.bodies('order.fifo')).toEqual(['well'])
    expect(await queue.bodies('orderDead.fifo')).toEqual(['sick'])
  })

  it('refuses a message without a group, without a deduplication id, or with a delay', async () => {
    const refused = [
      queue.send('order.fifo', 'x', { MessageDeduplicationId: '1' }),
      queue.send('order.fifo', 'x', { MessageGroupId: 'a' }),
      queue.send('order.fifo', 'x', { MessageGroupId: 'a', MessageDeduplicationId: '1', DelaySeconds: 5 }),
    ]

    for (const one of refused) await expect(one).rejects.toThrow()
  })

  it('refuses to delete by a receipt whose visibility has ended', async () => {
    await queue.sendTo('order.fifo', 'a', 'x')
    const [message] = await queue.receive('order.fifo')
    await queue.show('order.fifo', message?.ReceiptHandle)

    await expect(queue.remove('order.fifo', message?.ReceiptHandle)).rejects.toThrow(/expired/)
  })
})
