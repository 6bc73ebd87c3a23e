import type { Address } from '#shared/channel/address.ts'
import { threadIdOf } from '#shared/channel/address.ts'
import type { OutboundMessage } from '#shared/channel/outbound-message.ts'

/** A message on its way out on any channel. */
export const outboundTo = (address: Address, text: string, id = 'out_1', at = 1_700_000_000_123): OutboundMessage => ({
  version: 1,
  threadId: threadIdOf(address),
  address,
  message: { id, at, author: { kind: 'agent', name: 'Ann' }, text },
  repeated: false,
})
