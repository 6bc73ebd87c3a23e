import type { Message } from '../thread/message.ts'
import type { BriefCustomer } from './brief.ts'
import type { Claim } from './claims.ts'
import { claimsOf, isKnown } from './claims-of.ts'

/** What they claimed when they were handed off, and since: an agent asks for no number that was written while waiting. */
export const claimsNow = (
  customer: BriefCustomer,
  openedAt: number,
  transcript: readonly Message[],
): readonly Claim[] => {
  const before = (customer.claims ?? []).filter(({ what, value }) => !isKnown(what, value, customer))
  const later = claimsOf(
    transcript.filter(({ at }) => at > openedAt),
    customer,
  )
  const isNew = (claim: Claim) => !before.some(({ what, value }) => what === claim.what && value === claim.value)
  return [...before, ...later.filter(isNew)]
}
