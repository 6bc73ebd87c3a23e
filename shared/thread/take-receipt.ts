import type { OutboundMessage } from '../channel/outbound-message.ts'
import type { Receipt } from '../channel/receipt.ts'
import type { Log } from '../log/log.ts'
import type { DeliveryStore } from './delivery-store.ts'
import { toOutbound } from './to-outbound.ts'

export interface TakeReceiptPorts {
  readonly store: DeliveryStore
  readonly log: Log
}

/**
 * Folds what a channel tells of a message into its record; what is told twice, or too late, changes nothing. Returns the
 * message that has to go once more, as a template, since its text came too late.
 */
export const takeReceipt = async (
  { store, log }: TakeReceiptPorts,
  receipt: Receipt,
): Promise<OutboundMessage | undefined> => {
  const { threadId, id: messageId, channel = 'unknown', to } = receipt
  if (receipt.templateMayGo) {
    const open = await store.reopen(receipt)
    if (open) log({ event: 'message.reported', threadId, messageId, channel, to: 'template' })
    return open && toOutbound(open.address, open.message, true)
  }
  const changed = await store.report(receipt)
  if (changed) log({ event: 'message.reported', threadId, messageId, channel, to })
  return undefined
}
