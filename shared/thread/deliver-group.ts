import type { OutboundBody, OutboundMessage } from '../channel/outbound-message.ts'
import { type DeliverMessagePorts, deliverMessage } from './deliver-message.ts'
import { takeReceipt } from './take-receipt.ts'

export interface DeliverGroupPorts extends DeliverMessagePorts {
  /** Lets the queue bring a record back after so many seconds. */
  readonly postpone: (receipt: string, seconds: number) => Promise<void>
}

export interface OutboundRecord<Body = OutboundBody> {
  readonly id: string
  readonly receipt: string
  readonly body: Body
  readonly receiveCount: number
}

/** The thread's order, not the queue's: what was handed over late would else wait for what waits for it. */
const inOrder = (one: OutboundRecord<OutboundMessage>, other: OutboundRecord<OutboundMessage>): number =>
  one.body.message.at - other.body.message.at

/**
 * Delivers one thread's messages in order. The first that has to wait holds back those behind it. Receipts wait for none:
 * one may say that a message is gone which would else be sent again. Returns what comes back.
 */
export const deliverGroup = async (
  ports: DeliverGroupPorts,
  records: readonly OutboundRecord[],
): Promise<readonly string[]> => {
  const messages: OutboundRecord<OutboundMessage>[] = []
  for (const { body, ...record } of records) {
    const outbound = 'receipt' in body ? await takeReceipt(ports, body.receipt) : body
    if (outbound) messages.push({ ...record, body: outbound })
  }

  const ordered = messages.toSorted(inOrder)
  for (const [index, { body, receiveCount }] of ordered.entries()) {
    const outcome = await deliverMessage(ports, { outbound: body, receiveCount })
    if (outcome.kind === 'settled') continue
    // One record in flight holds back its whole group in the queue, so all of them come back at the same time.
    const held = ordered.slice(index)
    await Promise.all(held.map(({ receipt }) => ports.postpone(receipt, outcome.retryInSeconds)))
    return held.map(({ id }) => id)
  }
  return []
}
