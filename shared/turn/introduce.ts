import type { InboundMessage } from '../channel/inbound-message.ts'
import type { SenderProfile, SenderProfiles } from '../channel/profiles/sender-profile.ts'
import type { CustomerStore } from '../customer/customer.ts'
import { customerIdOf } from '../customer/customer-id.ts'
import { findKnown, knownSender } from '../customer/known-sender.ts'
import type { Log } from '../log/log.ts'
import type { ReadSender } from './who-writes.ts'

export interface IntroducePorts {
  readonly profiles: SenderProfiles
  readonly customers: Pick<CustomerStore, 'remember'>
  readonly log: Log
  readonly clock: () => number
}

/** Once a sender, for some days: a provider that says nothing is not asked again with the next message. */
const askFor = async (
  { profiles, customers, log, clock }: IntroducePorts,
  last: InboundMessage,
): Promise<SenderProfile> => {
  const { address, sender } = last
  const answer = await profiles.ask(address, sender.id)
  if (!answer) return {}
  const cause = answer.kind === 'told' ? '' : answer.cause
  log({ event: 'sender.looked-up', channel: address.channel, outcome: answer.kind, ...(cause && { cause }) })
  // Nobody's turn fails because a name is not kept.
  await customers
    .remember(customerIdOf(address, sender.id), knownSender(address, answer, clock()))
    .catch(() => undefined)
  return answer.kind === 'told' ? answer.profile : {}
}

export interface Introduced {
  readonly messages: readonly [InboundMessage, ...InboundMessage[]]
  /** That the provider vouches for, where the company lets it. */
  readonly email: string | undefined
}

/**
 * The same messages, and who wrote the last of them: by the message itself, by what was asked lately, or by asking the
 * provider now. Never fails a turn, and holds it up by two seconds at most.
 */
export const introduce = async (
  ports: IntroducePorts,
  [first, ...rest]: readonly [InboundMessage, ...InboundMessage[]],
  { customer: own, known, found }: ReadSender,
): Promise<Introduced> => {
  const last = rest.at(-1) ?? first
  const { id, name, locale } = last.sender
  const customer = own ?? found[0]?.customer
  const told = findKnown(known, last.address, ports.clock())
  const isKnown = name !== undefined || (customer?.name !== undefined && customer.language !== undefined)
  const profile = told ?? (isKnown ? {} : await askFor(ports, last))
  const named = (message: InboundMessage): InboundMessage =>
    message.sender.id === id
      ? {
          ...message,
          sender: {
            ...message.sender,
            ...(name === undefined && profile.name !== undefined && { name: profile.name }),
            ...(locale === undefined && profile.locale !== undefined && { locale: profile.locale }),
          },
        }
      : message
  return { messages: [named(first), ...rest.map(named)], email: profile.email }
}
