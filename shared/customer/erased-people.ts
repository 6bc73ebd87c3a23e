import { createHash } from 'node:crypto'
import type { InboundMessage } from '../channel/inbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import { customerIdOf } from './customer-id.ts'
import type { Identity } from './identity.ts'
import { identitiesOf, vouchingsOf } from './vouched.ts'

/** Whoever was erased, by hashes of what they are known by, and when; their names are kept nowhere. */
export interface ErasedPeople {
  /** When last, by hash; nothing of who was not. */
  read(hashes: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Idempotent. A later erasure counts. */
  mark(hashes: readonly string[], at: number): Promise<void>
}

/** A queue keeps a message for 14 days, its dead letters for 14 more, and both again once they were sent back. */
export const erasedDays = 60

const hashOf = (what: string, value: string): string =>
  createHash('sha256')
    .update(JSON.stringify([what, value]))
    .digest('hex')

export const personHash = (id: string): string => hashOf('customer', id)
export const identityHash = ({ what, value }: Identity): string => hashOf(what, value)

/** By the channel's id, and by whatever was vouched for with the message. */
const hashesOf = (message: InboundMessage, channels: BatonConfig['channels']): readonly string[] => {
  const { address, sender } = message
  const identities = identitiesOf(vouchingsOf(message, channels), address, sender.id)
  return [...new Set([personHash(customerIdOf(address, sender.id)), ...identities.map(identityHash)])]
}

/**
 * Our own time says so of what lay in a queue, its provider's of what is delivered again. A company's own clock is not
 * asked: one that stands still would make everything old.
 */
const writtenAt = ({ receivedAt, address, message: { sentAt = receivedAt } }: InboundMessage): number =>
  address.channel === 'standard' ? receivedAt : Math.min(receivedAt, sentAt)

/** Younger messages are left to the erasure's second look, so that no usual turn pays for a read. */
export const youngMs = 60_000

/** Without what was written by people who were erased since. What they wrote afterwards is another customer's. */
export const withoutErased = async (
  people: Pick<ErasedPeople, 'read'>,
  messages: readonly InboundMessage[],
  { channels, now }: { readonly channels: BatonConfig['channels']; readonly now: number },
): Promise<readonly InboundMessage[]> => {
  const old = messages.filter((message) => writtenAt(message) < now - youngMs)
  if (old.length === 0) return messages
  const erased = await people.read([...new Set(old.flatMap((message) => hashesOf(message, channels)))])
  const isErased = (message: InboundMessage): boolean =>
    hashesOf(message, channels).some((hash) => writtenAt(message) <= (erased.get(hash) ?? -1))
  return erased.size === 0 ? messages : messages.filter((message) => !isErased(message))
}
