import type { CustomerStore } from '../customer/customer.ts'
import {
  hashesOf,
  isAnswerFor,
  type ResolvedSender,
  type Resolver,
  type ResolverQuestion,
  resolvedSender,
} from '../customer/resolver.ts'
import type { Log } from '../log/log.ts'

export interface AskResolverPorts {
  /** Absent where the company has declared none. */
  readonly resolver?: Resolver
  readonly customers: Pick<CustomerStore, 'keepResolved'>
  readonly log: Log
  readonly clock: () => number
}

/** What it said of this sender, where it still is about whoever writes. */
export const toldLast = (
  told: ResolvedSender | undefined,
  verified: ResolverQuestion['verified'],
): ResolvedSender | undefined => (told && isAnswerFor(told, hashesOf(verified)) ? told : undefined)

/** Once a day for a sender nobody knows. Whatever comes of it, the turn goes on. */
export const askResolver = async (
  { resolver, customers, log, clock }: AskResolverPorts,
  question: ResolverQuestion,
  told: ResolvedSender | undefined,
): Promise<ResolvedSender | undefined> => {
  const before = toldLast(told, question.verified)
  if (!resolver || (before && before.until > clock())) return before
  const answer = await resolver.ask(question)
  const outcome = answer.kind === 'failed' ? 'failed' : answer.customer ? 'known' : 'unknown'
  const cause = answer.kind === 'failed' && { cause: answer.cause }
  log({ event: 'resolver.asked', channel: question.channel, outcome, ...cause })
  const resolved = resolvedSender(answer, before, hashesOf(question.verified), clock())
  await customers.keepResolved(question.senderId, resolved).catch(() => undefined)
  return resolved
}
