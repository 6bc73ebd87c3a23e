import { expect, test } from 'vitest'
import type { Delivery, Message } from '#shared/thread/message.ts'
import { onEachTable } from '#tests/support/each-table.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const threadId = threadOf('thread-1')
const message: Message = {
  threadId,
  id: 'out-1',
  conversationId: `${threadId}.1`,
  at: 1_700_000_000_000,
  author: { kind: 'assistant' },
  text: 'Hello',
  delivery: 'pending',
}

onEachTable((fresh) => {
  const withMessage = async () => {
    const ports = await fresh()
    await ports.transactions.commit('before', [{ kind: 'message-added', message }])
    return ports
  }

  test('a pending message is settled as sent, and only once', async () => {
    const { deliveries } = await withMessage()

    expect(await deliveries.settle(message, 'sent')).toBe(true)
    expect(await deliveries.settle(message, 'failed', 'too late')).toBe(false)
    expect(await deliveries.read(threadId, message.at, message.id)).toEqual({ ...message, delivery: 'sent' })
  })

  test('a refused message keeps its cause', async () => {
    const { deliveries } = await withMessage()

    expect(await deliveries.settle(message, 'failed', 'callback answered 410')).toBe(true)
    expect(await deliveries.read(threadId, message.at, message.id)).toEqual({
      ...message,
      delivery: 'failed',
      deliveryCause: 'callback answered 410',
    })
  })

  test('how many parts are gone is remembered while the message is on its way, and not afterwards', async () => {
    const { deliveries } = await withMessage()

    await deliveries.reach(message, 2)
    const underway = await deliveries.read(threadId, message.at, message.id)
    await deliveries.settle(message, 'sent')
    await deliveries.reach(message, 3)

    expect(underway).toEqual({ ...message, partsSent: 2 })
    expect(await deliveries.read(threadId, message.at, message.id)).toEqual({
      ...message,
      partsSent: 2,
      delivery: 'sent',
    })
  })

  test('parts of a message that is not there make none', async () => {
    const { deliveries } = await fresh()

    await deliveries.reach(message, 2)

    expect(await deliveries.read(threadId, message.at, message.id)).toBeUndefined()
  })

  test.each([
    [['delivered', 'read', 'delivered', 'failed'], [true, true, false, false], 'read'],
    [['read', 'delivered', 'read'], [true, false, false], 'read'],
    [['delivered', 'failed', 'delivered'], [true, false, false], 'delivered'],
    [['failed', 'delivered', 'read', 'failed'], [true, false, false, false], 'failed'],
  ] as const)('told of %j it only goes forward', async (told, changed, end) => {
    const { deliveries } = await withMessage()
    await deliveries.settle(message, 'sent')

    const answers: boolean[] = []
    for (const to of told) answers.push(await deliveries.report({ ...message, to }))

    expect(answers).toEqual(changed)
    expect(await deliveries.read(threadId, message.at, message.id)).toEqual({ ...message, delivery: end })
  })

  test('what the channel tells of before the door could mark it is known to be gone', async () => {
    const { deliveries } = await withMessage()

    expect(await deliveries.report({ ...message, to: 'delivered' })).toBe(true)
    expect(await deliveries.settle(message, 'sent')).toBe(false)
    expect(await deliveries.read(threadId, message.at, message.id)).toEqual({ ...message, delivery: 'delivered' })
  })

  test('what will never arrive keeps its cause', async () => {
    const { deliveries } = await withMessage()

    await deliveries.report({ ...message, to: 'failed', cause: 'the number is unknown' })
    await deliveries.report({ ...message, to: 'failed', cause: 'another' })

    expect(await deliveries.read(threadId, message.at, message.id)).toMatchObject({
      delivery: 'failed',
      deliveryCause: 'the number is unknown',
    })
  })

  test('what is told of a message that is not there makes none, of one that never went out changes nothing', async () => {
    const { deliveries, transactions } = await withMessage()
    const { delivery: _, ...customers } = { ...message, id: 'in-1', author: { kind: 'customer' as const } }
    await transactions.commit('their own', [{ kind: 'message-added', message: customers }])

    expect(await deliveries.report({ ...message, id: 'out-2', to: 'delivered' })).toBe(false)
    expect(await deliveries.report({ ...customers, to: 'delivered' })).toBe(false)
    expect(await deliveries.read(threadId, message.at, 'out-2')).toBeUndefined()
    expect(await deliveries.read(threadId, message.at, 'in-1')).toEqual(customers)
  })

  const { state } = waitingConversation({ startedAt: message.at })
  const tooLate = { ...message, to: 'failed', cause: 'the window is closed', templateMayGo: true } as const
  const withThread = async (delivery: Delivery = 'pending') => {
    const ports = await fresh()
    await ports.transactions.commit('before', [
      { kind: 'thread-begun', state },
      { kind: 'message-added', message: { ...message, delivery } },
    ])
    return ports
  }

  test.each(['pending', 'sent'] as const)(
    'a text that is %s and came too late goes once more, as a template, and never a third time',
    async (delivery) => {
      const { deliveries } = await withThread(delivery)
      await deliveries.reach(message, 1)

      const first = await deliveries.reopen(tooLate)
      const repeated = await deliveries.reopen(tooLate)
      await deliveries.settle(message, 'sent')
      const again = await deliveries.reopen(tooLate)

      const open = { address: state.address, message: { ...message, delivery: 'pending', asTemplate: true } }
      expect(first).toEqual(open)
      expect(repeated).toEqual(open)
      expect(again).toBeUndefined()
      expect(await deliveries.read(threadId, message.at, message.id)).toMatchObject({ delivery: 'sent' })
    },
  )

  test.each(['delivered', 'read', 'failed'] as const)('a message that is %s goes no second time', async (delivery) => {
    const { deliveries } = await withThread(delivery)

    expect(await deliveries.reopen(tooLate)).toBeUndefined()
    expect(await deliveries.read(threadId, message.at, message.id)).toEqual({ ...message, delivery })
  })

  test('what is told of a text says nothing of the template in its place, whose own receipts do', async () => {
    const { deliveries } = await withThread('sent')
    await deliveries.reopen(tooLate)
    await deliveries.settle(message, 'sent')

    expect(await deliveries.report({ ...message, to: 'failed', cause: 'too late' })).toBe(false)
    expect(await deliveries.report({ ...message, to: 'delivered' })).toBe(false)
    expect(await deliveries.report({ ...message, to: 'delivered', asTemplate: true })).toBe(true)
    expect(await deliveries.read(threadId, message.at, message.id)).toMatchObject({ delivery: 'delivered' })
  })

  test('a template that was refused has failed for good', async () => {
    const { deliveries } = await withThread('sent')
    await deliveries.reopen(tooLate)

    expect(await deliveries.report({ ...message, to: 'failed', cause: 'paused', asTemplate: true })).toBe(true)
    expect(await deliveries.reopen(tooLate)).toBeUndefined()
    expect(await deliveries.read(threadId, message.at, message.id)).toMatchObject({
      delivery: 'failed',
      deliveryCause: 'paused',
    })
  })

  test('a message of a thread that was erased goes nowhere', async () => {
    const { deliveries } = await withMessage()

    expect(await deliveries.reopen(tooLate)).toBeUndefined()
    expect(await deliveries.reopen({ ...tooLate, id: 'out-9' })).toBeUndefined()
    expect(await deliveries.read(threadId, message.at, 'out-9')).toBeUndefined()
  })

  test('a message that is not there is not settled and not made', async () => {
    const { deliveries } = await fresh()

    expect(await deliveries.settle(message, 'sent')).toBe(false)
    expect(await deliveries.read(threadId, message.at, message.id)).toBeUndefined()
  })
})
