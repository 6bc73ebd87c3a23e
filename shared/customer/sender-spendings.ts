import { isCounting, type SenderSpending, type SpendingPeriod } from './spending.ts'

/** One step of a sender's count; each is refused when the record is not as it has to be. */
export type SpendingStep =
  /** A new period, with so many calls. Refused while the old one lasts. */
  | { readonly kind: 'begin'; readonly calls: number; readonly now: number }
  /** So many that were made already. Refused when there is no record. */
  | { readonly kind: 'add'; readonly calls: number }
  /** One more that may be made. Refused when `limit` is reached, or when there is no record. */
  | { readonly kind: 'call'; readonly limit: number }
  /** This thread is the one that a person gets. Refused when another one is. */
  | { readonly kind: 'hand-off'; readonly threadId: string }

export type StepResult = { readonly ok: true } | { readonly ok: false; readonly existing: SenderSpending | undefined }

/** Counts of senders who write on several threads, each beside the customer's profile and read with it. */
export interface SenderSpendings {
  step(senderId: string, step: SpendingStep, period: SpendingPeriod): Promise<StepResult>
}

export interface CallAsked {
  readonly period: SpendingPeriod
  readonly senderId: string
  readonly threadId: string
  /** Calls of this thread within its own period: a record that begins counts them. */
  readonly own: number
  /** Calls of another thread that the record may not count yet. */
  readonly elsewhere: number
  readonly limit: number
  readonly now: number
}

export type CallAnswer = 'granted' | 'hand-off' | 'refused'

/** Kept back for what other execution environments called for before anybody counted. */
const unknownShare = 0.1

/** Begin, add, call, hand off, and a step again for each of the two that another turn may have made. */
const rounds = 6

const beginning = ({ own, elsewhere, limit }: CallAsked): number => own + elsewhere + Math.floor(limit * unknownShare)

const nextStep = (spending: SenderSpending | undefined, asked: CallAsked): SpendingStep | undefined => {
  const { threadId, elsewhere, limit, now, period } = asked
  if (!isCounting(spending, now, period)) return { kind: 'begin', calls: beginning(asked), now }
  if (elsewhere > 0) return { kind: 'add', calls: elsewhere }
  if (spending.calls < limit) return { kind: 'call', limit }
  return spending.handedOff === undefined ? { kind: 'hand-off', threadId } : undefined
}

const after = (spending: SenderSpending | undefined, asked: CallAsked): SenderSpending =>
  isCounting(spending, asked.now, asked.period)
    ? { ...spending, calls: spending.calls + asked.elsewhere }
    : { since: asked.now, calls: beginning(asked) }

/**
 * One model call of a sender's, counted before it is made, so that no number of turns at once makes more than `limit` in a period.
 * Of those that come too late one thread is handed off; asked again, it still is the one.
 */
export const askForCall = async (
  spendings: SenderSpendings,
  known: SenderSpending | undefined,
  first: CallAsked,
): Promise<CallAnswer> => {
  let [spending, asked] = [known, first]
  for (let round = 1; round <= rounds; round += 1) {
    const step = nextStep(spending, asked)
    if (!step) break
    const result = await spendings.step(asked.senderId, step, asked.period)
    if (!result.ok) spending = result.existing
    else if (step.kind === 'call') return 'granted'
    else if (step.kind === 'hand-off') return 'hand-off'
    else [spending, asked] = [after(spending, asked), { ...asked, elsewhere: 0 }]
  }
  return spending?.handedOff === asked.threadId ? 'hand-off' : 'refused'
}
