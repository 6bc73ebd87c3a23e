import type { Address } from '../channel/address.ts'
import type { OutboundMessage } from '../channel/outbound-message.ts'
import type { Message } from './message.ts'

const sourcesOf = ({ evidence }: Message) =>
  (evidence?.passages ?? []).flatMap(({ title, url, used }) => (used ? [{ title, url }] : []))

/** What a stored outgoing message looks like on `outbound.fifo`. */
export const toOutbound = (address: Address, message: Message, repeated = false): OutboundMessage => ({
  version: 1,
  threadId: message.threadId,
  address,
  message: {
    id: message.id,
    at: message.at,
    author: {
      kind: message.author.kind === 'customer' ? 'system' : message.author.kind,
      ...(message.author.name !== undefined && { name: message.author.name }),
    },
    text: message.text,
    ...(sourcesOf(message).length > 0 && { sources: sourcesOf(message) }),
  },
  ...(message.after && { after: message.after }),
  repeated,
})
