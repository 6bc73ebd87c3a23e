import { threadIdOf } from '#shared/channel/address.ts'
import type { InboundMessage } from '#shared/channel/inbound-message.ts'

export const addressOf = (key: string) => ({ channel: 'standard', account: 'standard', key })
export const threadOf = (key: string): string => threadIdOf(addressOf(key))

export interface InboundFields {
  /** The channel's own key of the conversation. */
  readonly key?: string
  readonly id?: string
  readonly text?: string
  readonly receivedAt: number
  readonly sender?: InboundMessage['sender']
}

let count = 0

/** A customer's message as a channel delivers it; each one its own delivery unless it is given an id. */
export const inbound = ({
  key = 'thread-1',
  text = 'How do I return a lamp?',
  ...fields
}: InboundFields): InboundMessage => {
  count += 1
  const id = fields.id ?? `m-${count}`
  return {
    version: 1,
    address: addressOf(key),
    dedupeId: id,
    sender: fields.sender ?? { id: 'u-17', name: 'Ada', verified: {} },
    message: { id, text, attachments: [] },
    receivedAt: fields.receivedAt,
  }
}
