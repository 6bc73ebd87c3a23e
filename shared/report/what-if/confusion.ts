import { returnedOutcome } from '../../handoff/handoff.ts'
import type { LoggedTurn } from '../logged-turn.ts'
import type { Difference, LoggedHandoff } from './compare.ts'

/**
 * What the log says afterwards of a stretch that was the assistant's. No log says whether an answer was right: whoever was
 * answered is judged by their coming back on the same thread, and by nothing else.
 */
export type Verdict = HandedOffVerdict | AnsweredVerdict
type HandedOffVerdict = 'handed-off-needed' | 'handed-off-not-needed' | 'handed-off-unsettled'
type AnsweredVerdict = 'answered-back-to-a-person' | 'answered-back' | 'answered-quiet' | 'answered-too-soon'

/** In the order in which they are read. */
export const verdicts: readonly Verdict[] = [
  'handed-off-needed',
  'handed-off-not-needed',
  'handed-off-unsettled',
  'answered-back-to-a-person',
  'answered-back',
  'answered-quiet',
  'answered-too-soon',
]

/** What the other configuration does in that stretch. */
export type Decision = 'hands-off' | 'answers' | 'unknown'
export const decisions: readonly Decision[] = ['hands-off', 'answers', 'unknown']

export type Confusion = Readonly<Record<Verdict, Readonly<Record<Decision, number>>>>

/** As in the weekly report: whoever is back later than that has something else. */
export const backWithinMs = 7 * 86_400_000

/** What an agent says of a conversation that needed nobody. A company's own outcomes say nothing here that is known. */
const needless: ReadonlySet<string> = new Set(['duplicate', 'spam'])

/** By what people did with it: who wrote to the customer was needed. Returned unanswered, it was the assistant's to do. */
export const handedOffVerdict = ({ outcome, firstReplyAt }: Partial<LoggedHandoff>): HandedOffVerdict => {
  if (outcome !== undefined && needless.has(outcome)) return 'handed-off-not-needed'
  if (firstReplyAt !== undefined) return 'handed-off-needed'
  return outcome === returnedOutcome ? 'handed-off-not-needed' : 'handed-off-unsettled'
}

/** Whether something was ever asked that may have ended it before does not matter once it ends all the same. */
const decisionOf = ({ after, open }: Difference): Decision => {
  if (after) return 'hands-off'
  return open ? 'unknown' : 'answers'
}

interface Visit {
  readonly beganAt: number
  readonly handedOffAt: number | undefined
}

interface Answered {
  readonly threadId: string
  readonly conversationId: string
  readonly endedAt: number
  readonly decision: Decision
}

/** Of every thread its conversations, whatever their order in the log. */
class Visits {
  private readonly threads = new Map<string, Map<string, Visit>>()

  see({ threadId, conversationId, at, did }: LoggedTurn): void {
    const visits = this.threads.get(threadId) ?? new Map<string, Visit>()
    const { beganAt, handedOffAt } = visits.get(conversationId) ?? { beganAt: at, handedOffAt: undefined }
    const handed = did === 'handed-off' ? Math.min(handedOffAt ?? at, at) : handedOffAt
    this.threads.set(threadId, visits.set(conversationId, { beganAt: Math.min(beganAt, at), handedOffAt: handed }))
  }

  after({ threadId, conversationId, endedAt }: Answered, seenUntil: number): AnsweredVerdict {
    const isSoon = (at: number | undefined) => at !== undefined && at > endedAt && at <= endedAt + backWithinMs
    const back = [...(this.threads.get(threadId) ?? [])].flatMap(([id, visit]) =>
      id !== conversationId && isSoon(visit.beganAt) ? [visit] : [],
    )
    if (back.some(({ handedOffAt }) => isSoon(handedOffAt))) return 'answered-back-to-a-person'
    if (endedAt + backWithinMs > seenUntil) return 'answered-too-soon'
    return back.length > 0 ? 'answered-back' : 'answered-quiet'
  }
}

/** Adds up what was decided beside what came of it; who comes back is known once the whole log was seen. */
export const confusing = () => {
  const visits = new Visits()
  const answered: Answered[] = []
  const counts = new Map<string, number>()
  const count = (verdict: Verdict, decision: Decision): void => {
    const cell = `${verdict} ${decision}`
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }

  return {
    /** Every turn that there is, those outside of the period as well. */
    see: (turn: LoggedTurn): void => visits.see(turn),
    add: (difference: Difference): void => {
      const { before, threadId, conversationId, endedAt } = difference
      const decision = decisionOf(difference)
      if (before) count(handedOffVerdict(before.handoff ?? {}), decision)
      else answered.push({ threadId, conversationId, endedAt, decision })
    },
    /** @param seenUntil what was written after that is not in the log */
    result: (seenUntil: number): Confusion => {
      for (const one of answered.splice(0)) count(visits.after(one, seenUntil), one.decision)
      const row = (verdict: Verdict) =>
        Object.fromEntries(decisions.map((decision) => [decision, counts.get(`${verdict} ${decision}`) ?? 0]))
      return Object.fromEntries(verdicts.map((verdict) => [verdict, row(verdict)])) as Confusion
    },
  }
}
