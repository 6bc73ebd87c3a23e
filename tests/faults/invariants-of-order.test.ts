import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transfer } from '#shared/handoff/transfer.ts'
import { deliverMessage } from '#shared/thread/deliver-message.ts'
import type { Message } from '#shared/thread/message.ts'
import { toOutbound } from '#shared/thread/to-outbound.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { type CustomerDesk, humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { addressOf } from '#tests/support/inbound.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'

const question = 'How do I return a lamp?'

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const open = async (): Promise<CustomerDesk> => openCustomerDesk(undefined, tablePorts(await dynamo.emptyTable()))

const claimedByAnn = async () => {
  const desk = await open()
  await desk.turn([humanPlease])
  const { handoff } = await desk.claimed(ann)
  return { desk, handoff }
}

const deliverStored = async (desk: CustomerDesk, message: Message, options: { receiveCount: number }) => {
  const sent: string[] = []
  const sender = {
    send: async ({ message: { id } }: { message: { id: string } }) => {
      sent.push(id)
      return { kind: 'sent' as const }
    },
  }
  const outbound = toOutbound(addressOf('thread-1'), message)
  const outcome = await deliverMessage(
    { ...desk.ports, store: desk.ports.deliveries, sender },
    { outbound, ...options },
  )
  return { sent, outcome }
}

describe('I2 one outbox record per decision, and at most one send per record', () => {
  test('guard attempt id: a commit whose answer was lost is not made a second time', async () => {
    const desk = await open()
    const { ports } = desk
    const commit = ports.transactions.commit
    ports.transactions.commit = async (attemptId, changes) => {
      await commit(attemptId, changes)
      return commit(attemptId, changes)
    }

    await desk.turn([question])

    expect(await desk.said()).toHaveLength(2)
    expect(ports.outbound.sent).toMatchObject([{ repeated: false }])
    expect(desk.assistant.asked).toHaveLength(1)
  })

  test('guard idempotency key: an agent’s repeated request is one message, whatever was said in between', async () => {
    const { desk, handoff } = await claimedByAnn()
    await desk.say(ann, handoff.id, 'Good morning', 'key-0')
    const first = await desk.say(ann, handoff.id, 'Hello', 'key-1')
    await desk.say(ann, handoff.id, 'One moment', 'key-2')

    const again = await desk.say(ann, handoff.id, 'Hello', 'key-1')

    expect(again.at).toBe(first.at)
    expect((await desk.said()).filter((line) => line === 'agent: Hello')).toHaveLength(1)
  })

  test('guard record read first: a message handed over again after it was sent is not sent again', async () => {
    const { desk, handoff } = await claimedByAnn()
    const message = await desk.say(ann, handoff.id, 'Hello')
    for (const stored of await desk.ports.threads.readMessages(threadId))
      await desk.ports.deliveries.settle(stored, 'sent')

    expect((await deliverStored(desk, message, { receiveCount: 2 })).sent).toEqual([])
  })

  test('guard pending: what is settled stays settled', async () => {
    const { desk, handoff } = await claimedByAnn()
    const message = await desk.say(ann, handoff.id, 'Hello')
    await desk.ports.deliveries.settle(message, 'sent')

    expect(await desk.ports.deliveries.settle(message, 'failed', 'late')).toBe(false)
  })
})

describe('I6 per thread, messages are stored and delivered in order', () => {
  test('guard rising times: a burst of one millisecond keeps its order', async () => {
    const desk = await open()
    const burst = ['delta', 'alpha', 'charlie', 'bravo', 'echo']

    await desk.turn(burst.map((text) => desk.arrives(text)))

    expect((await desk.said()).slice(0, 5)).toEqual(burst.map((text) => `customer: ${text}`))
  })

  test('guard next time: an agent’s reply stands behind what it answers, though the clock went back', async () => {
    const { desk, handoff } = await claimedByAnn()
    desk.ports.clock.advance(-10_000)

    await desk.say(ann, handoff.id, 'Hello')

    expect((await desk.said()).at(-1)).toBe('agent: Hello')
  })

  test('guard last message: a reply written beside a customer’s message takes its place behind it', async () => {
    const { desk, handoff } = await claimedByAnn()
    desk.ports.clock.advance(5_000)
    desk.meanwhile(async () => {
      await desk.turn(['One more thing'])
    })

    await desk.say(ann, handoff.id, 'Hello')

    expect((await desk.said()).slice(-2)).toEqual(['customer: One more thing', 'agent: Hello'])
  })

  test('guard predecessor: a message of another door waits until the one before it is gone', async () => {
    const { desk, handoff } = await claimedByAnn()
    await desk.say(ann, handoff.id, 'First')
    const second = await desk.say(ann, handoff.id, 'Second')

    const { sent, outcome } = await deliverStored(desk, second, { receiveCount: 1 })

    expect(sent).toEqual([])
    expect(outcome.kind).toBe('postponed')
  })

  test('guard unsent first: what a crash left behind goes out before what came after it', async () => {
    const desk = await open()
    desk.assistant.answer(draftOf('First'))
    const delivery = desk.arrives(question)
    desk.ports.outbound.failure = new Error('the function ended')
    await expect(desk.turn([delivery])).rejects.toThrow()
    desk.ports.outbound.failure = undefined
    desk.assistant.answer(draftOf('Second'))

    await desk.turn([delivery, desk.arrives('And for chairs?')])

    expect(desk.ports.outbound.sent.map(({ message }) => message.text)).toEqual(['First', 'Second'])
  })

  test('guard last message: a transfer beside a customer’s message is told behind it', async () => {
    const { desk, handoff } = await claimedByAnn()
    desk.ports.clock.advance(5_000)
    desk.meanwhile(() => desk.turn(['One more thing']))
    const request = { ...desk.request(ann, handoff.id), team: 'billing', reason: 'an invoice' }

    await transfer(desk.ports, desk.config, { ...request, noteId: 'note', noticeId: 'notice' })

    const stored = await desk.ports.threads.readMessages(threadId)
    expect(stored.slice(-3).map(({ author, internal }) => [author.kind, internal === true])).toEqual([
      ['customer', false],
      ['agent', true],
      ['system', false],
    ])
  })
})
