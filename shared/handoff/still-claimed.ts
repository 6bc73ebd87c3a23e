import type { BriefCustomer } from './brief.ts'
import type { Claim } from './claims.ts'
import { isKnown } from './claims-of.ts'

/** What they claimed and nobody vouched for since: whoever signs in while waiting has proved it. */
export const stillClaimed = (customer: BriefCustomer): readonly Claim[] =>
  (customer.claims ?? []).filter(({ what, value }) => !isKnown(what, value, customer))
