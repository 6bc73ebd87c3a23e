import { describe, expect, test } from 'vitest'
import { leftovers, queueFaults } from '#tests/e2e/checks/queue-faults.ts'
import type { DeployedQueue } from '#tests/e2e/cloud/sqs-depths.ts'

const queue = (id: string, more: Partial<DeployedQueue> = {}): DeployedQueue => {
  const isFifo = more.isFifo ?? /^Messages|DeadLetters(In|Out)bound/.test(id)
  const name = `${id}${isFifo ? '.fifo' : ''}`
  return {
    id,
    url: `http://sqs/${name}`,
    arn: `arn:${name}`,
    isFifo,
    policy: '{"aws:SecureTransport":"false"}',
    messages: 0,
    ...more,
  }
}

const deployed = (): DeployedQueue[] => [
  queue('MessagesInboundA1', { deadLetterArn: 'arn:DeadLettersInboundA1.fifo', maxReceiveCount: 6 }),
  queue('DeadLettersInboundA1'),
  queue('MessagesOutboundB2', { deadLetterArn: 'arn:DeadLettersOutboundB2.fifo', maxReceiveCount: 20 }),
  queue('DeadLettersOutboundB2'),
  queue('LinescareTicketsC3', { deadLetterArn: 'arn:DeadLetterscareC3', maxReceiveCount: 100 }),
  queue('DeadLetterscareC3'),
  queue('DeadLettersUnattendedD4'),
]

const changed = (id: string, more: Partial<DeployedQueue>) =>
  deployed().map((one) => (one.id.startsWith(id) ? { ...one, ...more } : one))

describe('what is wrong with deployed queues', () => {
  test('nothing, as they are', () => {
    expect(queueFaults(deployed())).toEqual([])
  })

  test('a redrive policy that was dropped on the way', () => {
    const { deadLetterArn: _, maxReceiveCount: __, ...bare } = queue('LinescareTicketsC3')

    const faults = queueFaults(deployed().map((one) => (one.id === bare.id ? bare : one)))

    expect(faults).toEqual(['LinescareTicketsC3 hands what fails to no queue of the stack'])
  })

  test('dead letters that are nowhere in the stack', () => {
    expect(queueFaults(changed('MessagesInbound', { deadLetterArn: 'arn:else.fifo' }))).toEqual([
      'MessagesInboundA1 hands what fails to no queue of the stack',
    ])
  })

  test('a FIFO queue whose dead letters are none', () => {
    expect(queueFaults(changed('DeadLettersInbound', { isFifo: false }))).toEqual([
      'MessagesInboundA1 and its dead letters differ in kind',
    ])
  })

  test('a queue of messages that keeps no order', () => {
    expect(queueFaults(changed('MessagesOutbound', { isFifo: false }))).toContain(
      'MessagesOutbound does not keep the order of a thread',
    )
  })

  test('a queue that takes plain HTTP', () => {
    expect(queueFaults(changed('DeadLettersUnattended', { policy: '' }))).toEqual([
      'DeadLettersUnattendedD4 takes plain HTTP',
    ])
  })

  test('a queue that gives up at once', () => {
    expect(queueFaults(changed('LinescareTickets', { maxReceiveCount: 1 }))).toEqual([
      'LinescareTicketsC3 gives up at the first failure',
    ])
  })
})

describe('what is left', () => {
  test('nothing, when all is done', () => {
    expect(leftovers(deployed())).toEqual([])
  })

  test('a message on its way, and one that was given up on', () => {
    const queues = changed('Messages', { messages: 1 }).map((one) =>
      one.id.startsWith('DeadLetterscare') ? { ...one, messages: 2 } : one,
    )

    expect(leftovers(queues)).toEqual([
      'MessagesInboundA1 holds 1',
      'MessagesOutboundB2 holds 1',
      'DeadLetterscareC3 holds 2',
    ])
  })

  test('not a ticket that outlived its handoff', () => {
    expect(leftovers(changed('LinescareTickets', { messages: 3 }))).toEqual([])
  })
})
