import type { Receipt } from '../channel/receipt.ts'
import type { Log } from '../log/log.ts'
import type { DeliveryStore } from './delivery-store.ts'

export interface TakeReceiptPorts {
  readonly store: DeliveryStore
  readonly log: Log
}

/** Folds what a channel tells of a message into its record; what is told twice, or too late, changes nothing. */
export const takeReceipt = async ({ store, log }: TakeReceiptPorts, receipt: Receipt): Promise<void> => {
  const { threadId, id: messageId, to } = receipt
  const changed = await store.report(receipt)
  if (changed) log({ event: 'message.reported', threadId, messageId, to })
}
