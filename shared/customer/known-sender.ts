import type { Address } from '../channel/address.ts'
import type { ProfileAnswer, SenderProfile } from '../channel/profiles/sender-profile.ts'

/** What a provider told of a sender, for as long as it is taken for true. */
export interface KnownSender extends SenderProfile {
  readonly channel: string
  readonly account: string
  readonly until: number
}

/** A name changes seldom, a missing scope is added some day, and an outage ends soon. */
const lastsMs: Readonly<Record<ProfileAnswer['kind'], number>> = {
  told: 7 * 86_400_000,
  refused: 86_400_000,
  unreachable: 900_000,
}

export const knownSender = ({ channel, account }: Address, answer: ProfileAnswer, now: number): KnownSender => ({
  channel,
  account,
  until: now + lastsMs[answer.kind],
  ...(answer.kind === 'told' && answer.profile),
})

/** Ids of one channel are nobody's on another one. */
export const findKnown = (
  known: readonly KnownSender[] | undefined,
  { channel, account }: Address,
  now: number,
): KnownSender | undefined =>
  known?.find((one) => one.channel === channel && one.account === account && one.until > now)
