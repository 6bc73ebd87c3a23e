import type { Customer } from './customer.ts'

/** Who writes, as far as it is known without the resolver. */
export interface ResolverQuestion {
  readonly channel: string
  readonly account: string
  /** As the channel writes their id. */
  readonly id: string
  /** The same as a customer's id here, such as `telegram:6581234567`. */
  readonly senderId: string
  /** Only what somebody vouches for. */
  readonly verified: Readonly<Record<string, string>>
}

export type ResolverAnswer =
  /** Nobody, where the company does not know them either. */
  | { readonly kind: 'told'; readonly customer: Customer | undefined }
  | { readonly kind: 'failed'; readonly cause: string }

/** Asks the company who writes. Never throws, and takes no longer than the configuration lets it. */
export interface Resolver {
  ask(question: ResolverQuestion): Promise<ResolverAnswer>
}

/** What it answered about a sender, and how long that is taken for true. */
export interface ResolvedSender {
  readonly until: number
  readonly customer?: Customer
}

/** A customer moves house seldom; an outage ends soon. */
const lastsMs: Readonly<Record<ResolverAnswer['kind'], number>> = { told: 86_400_000, failed: 900_000 }

/** A resolver that is away makes a stranger of nobody: what it said last counts until it answers. */
export const resolvedSender = (
  answer: ResolverAnswer,
  before: ResolvedSender | undefined,
  now: number,
): ResolvedSender => {
  const customer = answer.kind === 'told' ? answer.customer : before?.customer
  return { until: now + lastsMs[answer.kind], ...(customer && { customer }) }
}

/** The company said no more than whose id it is: the rest stands in the profile. */
export const isOnlyId = ({ id, updatedAt, source, ...told }: Customer): boolean => Object.keys(told).length === 0
