import type { BatonConfig } from '../config/config.ts'
import type { Customer } from '../customer/customer.ts'
import type { VouchedHow, Vouching } from '../thread/vouching.ts'

/** Something about the customer that somebody vouches for, and how an agent can tell how good that is. */
export interface Verification {
  readonly what: string
  readonly value: string
  /** `company`: in a message or in the profile. `resolver`: asked for whom it did not know. */
  readonly how: VouchedHow | 'resolver'
  /** Who vouches, in words. */
  readonly by: string
  /** When it was vouched for last. */
  readonly at: number
}

export interface VerificationFacts {
  readonly vouchings: readonly Vouching[] | undefined
  readonly customer: Customer | undefined
  readonly channel: string
  /** By what the channel calls them. */
  readonly senderId: string
  readonly config: Pick<BatonConfig, 'identity'>
}

/** More are no help to anybody who reads them; all of them are in `verified`. */
const mostShown = 50

const titles: Readonly<Record<string, string>> = { slack: 'Slack', twilio: 'Twilio', whatsapp: 'WhatsApp' }

const byWhom = (how: VouchedHow, { channel, senderId, config }: VerificationFacts): string => {
  if (how === 'company') return 'the company, with the message'
  if (how === 'token') return `a token of ${config.identity.tokens?.issuer ?? 'the company’s site'}`
  if (channel === 'twilio' && !senderId.startsWith('twilio:whatsapp:'))
    return 'the SMS, whose sender the company trusts'
  return `${titles[channel] ?? channel}, which reports it with the message`
}

const ofProfile = ({ customer }: VerificationFacts): readonly Verification[] => {
  const told = customer?.source === 'resolver'
  return Object.entries(customer?.verified ?? {}).map(([what, value]) => ({
    what,
    value,
    how: told ? 'resolver' : 'company',
    by: told ? 'the company’s resolver' : 'the company, in the customer’s profile',
    at: customer?.updatedAt ?? 0,
  }))
}

/** What is verified about whoever writes, with its provenance, the newest first. */
export const verificationsOf = (facts: VerificationFacts): readonly Verification[] => {
  const vouched = (facts.vouchings ?? []).flatMap(({ how, at, values }) =>
    Object.entries(values).map(
      ([what, value]): Verification => ({
        what,
        value,
        how,
        by: byWhom(how, facts),
        at,
      }),
    ),
  )
  return [...vouched, ...ofProfile(facts)].toSorted((one, other) => other.at - one.at).slice(0, mostShown)
}
