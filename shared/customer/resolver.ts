import { createHash } from 'node:crypto'
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
  /** What was vouched for when it was asked, each as a short hash. @default nobody knows: it holds for nobody */
  readonly asked?: readonly string[]
}

export const hashesOf = (verified: ResolverQuestion['verified']): readonly string[] =>
  Object.entries(verified).map((one) => createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 16))

/**
 * Whether what it said is about somebody of whom this is vouched for. A browser may be another person's by now: all that it
 * was asked with has to hold, and whom it did not know is asked for again once there is more to know them by.
 */
export const isAnswerFor = ({ asked, customer }: ResolvedSender, hashes: readonly string[]): boolean =>
  asked?.every((one) => hashes.includes(one)) === true && (customer !== undefined || asked.length === hashes.length)

/** A customer moves house seldom; an outage ends soon. */
const lastsMs: Readonly<Record<ResolverAnswer['kind'], number>> = { told: 86_400_000, failed: 900_000 }

/** A resolver that is away makes a stranger of nobody: what it said last counts until it answers. */
export const resolvedSender = (
  answer: ResolverAnswer,
  before: ResolvedSender | undefined,
  asked: readonly string[],
  now: number,
): ResolvedSender => {
  const customer = answer.kind === 'told' ? answer.customer : before?.customer
  return { until: now + lastsMs[answer.kind], asked, ...(customer && { customer }) }
}

/** The company said no more than whose id it is: the rest stands in the profile. */
export const isOnlyId = ({ id, updatedAt, source, ...told }: Customer): boolean => Object.keys(told).length === 0
