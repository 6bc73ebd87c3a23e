import { askForCall, type SenderSpendings } from '../customer/sender-spendings.ts'
import { callsIn, isCounting } from '../customer/spending.ts'
import { lastSenderOf } from '../thread/thread-state.ts'
import type { MetSenders } from './met-senders.ts'
import type { OpenTurn } from './turn.ts'

export interface AllowancePorts {
  readonly spendings: SenderSpendings
  readonly met: MetSenders
}

/** What a turn may do about messages whose words alone did not decide it. */
export type Allowance =
  | { readonly kind: 'granted'; readonly calls: number }
  /** Nothing is left: a person gets the thread. */
  | { readonly kind: 'hand-off' }
  /** Nothing is left, and a person has got another thread of the same sender for it. */
  | { readonly kind: 'refused' }

/** Asked before anything is looked up: a flood of questions that nothing answers is a flood of handoffs otherwise. */
export const modelAllowance = async (
  { spendings, met }: AllowancePorts,
  limit: number,
  { thread, spending, now }: OpenTurn,
  perDraft: number,
): Promise<Allowance> => {
  const { threadId } = thread
  const senderId = lastSenderOf(thread) ?? ''
  const own = callsIn(thread.modelCalls, now)
  if (own >= limit) return { kind: 'hand-off' }
  const counted = isCounting(spending, now)
  // With what this turn may call: whether it does is known when the sender may long be on another thread.
  const elsewhere = met.meet({ senderId, threadId, calls: own + perDraft, counted, now })
  if (elsewhere === undefined && !counted) return { kind: 'granted', calls: Math.min(perDraft, limit - own) }

  const asked = { senderId, threadId, own, elsewhere: elsewhere ?? 0, limit, now }
  const answer = await askForCall(spendings, spending, asked)
  // Whoever is counted call by call gets no retry: it would be one more.
  return answer === 'granted' ? { kind: 'granted', calls: 1 } : { kind: answer }
}
