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

export interface SenderLimits {
  readonly callsPerSenderPerHour: number
  readonly callsPerSenderPerDay: number
}

/** Asked before anything is looked up: a flood of questions that nothing answers is a flood of handoffs otherwise. */
export const modelAllowance = async (
  { spendings, met }: AllowancePorts,
  limits: SenderLimits,
  { thread, spent, now }: OpenTurn,
  perDraft: number,
): Promise<Allowance> => {
  const { threadId } = thread
  const senderId = lastSenderOf(thread) ?? ''
  const [perHour, perDay] = [limits.callsPerSenderPerHour, limits.callsPerSenderPerDay]
  const [hour, day] = [callsIn(thread.modelCalls, now), callsIn(thread.dayCalls, now, 'day')]
  if (hour >= perHour || day >= perDay) return { kind: 'hand-off' }
  const counted = isCounting(spent.day, now, 'day')
  // With what this turn may call: whether it does is known when the sender may long be on another thread.
  const elsewhere = met.meet({ senderId, threadId, hour: hour + perDraft, day: day + perDraft, counted, now })
  if (elsewhere === undefined && !counted)
    return { kind: 'granted', calls: Math.min(perDraft, perHour - hour, perDay - day) }

  const asked = { senderId, threadId, now }
  const [inHour, inDay] = [elsewhere?.hour ?? 0, elsewhere?.day ?? 0]
  const answer = await askForCall(spendings, spent.hour, {
    ...asked,
    period: 'hour',
    own: hour,
    elsewhere: inHour,
    limit: perHour,
  })
  if (answer !== 'granted') return { kind: answer }
  const last = await askForCall(spendings, spent.day, {
    ...asked,
    period: 'day',
    own: day,
    elsewhere: inDay,
    limit: perDay,
  })
  // Whoever is counted call by call gets no retry: it would be one more.
  return last === 'granted' ? { kind: 'granted', calls: 1 } : { kind: last }
}
