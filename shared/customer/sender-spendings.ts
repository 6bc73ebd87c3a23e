import { isCounting, type SenderSpending } from './spending.ts'

/** One step of a sender's count; each is refused when the record is not as it has to be. */
export type SpendingStep =
  /** A new hour, with what was called for already. Refused while the old one lasts. */
  | { readonly kind: 'begin'; readonly calls: number; readonly now: number }
  /** One call more. Refused when `limit` is reached, or when there is no record. */
  | { readonly kind: 'call'; readonly limit: number }
  /** This thread is the one that a person gets. Refused when another one is. */
  | { readonly kind: 'hand-off'; readonly threadId: string }

export type StepResult = { readonly ok: true } | { readonly ok: false; readonly existing: SenderSpending | undefined }

/** Counts of senders who write on several threads, each beside the customer's profile and read with it. */
export interface SenderSpendings {
  step(senderId: string, step: SpendingStep): Promise<StepResult>
}

export interface CallAsked {
  readonly senderId: string
  readonly threadId: string
  /** Calls that were made for the sender on another thread, as far as anybody here knows. */
  readonly already: number
  readonly limit: number
  readonly now: number
}

export type CallAnswer = 'granted' | 'hand-off' | 'refused'

/** A step repeats at most once, when another turn was quicker: begin, call, hand off, and look. */
const rounds = 4

const nextStep = (
  spending: SenderSpending | undefined,
  { threadId, already, limit, now }: CallAsked,
): SpendingStep | undefined => {
  if (!isCounting(spending, now)) return { kind: 'begin', calls: already, now }
  if (spending.calls < limit) return { kind: 'call', limit }
  return spending.handedOff === undefined ? { kind: 'hand-off', threadId } : undefined
}

/**
 * One model call of a sender's, counted before it is made, so that no number of turns at once makes more than `limit` in an hour.
 * Of those that come too late one thread is handed off; asked again, it still is the one.
 */
export const askForCall = async (
  spendings: SenderSpendings,
  known: SenderSpending | undefined,
  asked: CallAsked,
): Promise<CallAnswer> => {
  let spending = known
  for (let round = 1; round <= rounds; round += 1) {
    const step = nextStep(spending, asked)
    if (!step) break
    const result = await spendings.step(asked.senderId, step)
    if (result.ok && step.kind === 'call') return 'granted'
    if (result.ok && step.kind === 'hand-off') return 'hand-off'
    spending = result.ok ? { since: asked.now, calls: asked.already } : result.existing
  }
  return spending?.handedOff === asked.threadId ? 'hand-off' : 'refused'
}
