import { announceLeft, announceTeam } from '../handoff/announce.ts'
import { toldWait } from '../handoff/estimates/told-wait.ts'
import { leftOutcome } from '../handoff/handoff.ts'
import { entryOf } from '../handoff/held-handoff.ts'
import { waitTimer } from '../handoff/tell-waiting.ts'
import { type Closed, conversationRecord, type Waiting } from '../thread/thread-state.ts'
import { handoffOf, routeOf } from './new-handoff.ts'
import { counted, outgoingOf, type PlanFacts, type Planned, received, said, spoken } from './plan.ts'
import { planAnswer, planPutOff } from './plan-answer.ts'
import { threadChange } from './thread-change.ts'
import type { Decision } from './turn.ts'

/** The conversation changes hands: record, place in the line, and the word to the customer, or nothing at all. */
const planHandoff = (facts: PlanFacts, decision: Decision & { kind: 'hand-off' }): Planned => {
  const { turn, deployed } = facts
  const routed = routeOf(facts, decision)
  const handoff = handoffOf(facts, decision, routed)
  const { config } = deployed
  const waitMinutes = toldWait(facts.estimates, handoff, config, turn.now)
  const text = announceTeam({ ...handoff, language: turn.language, waitMinutes }, config, turn.now)
  const notice = outgoingOf(facts, { kind: 'system' }, text)
  const waiting: Waiting = {
    ...turn.thread,
    ...spoken(notice),
    ...counted(turn, decision.spent?.calls),
    status: 'waiting',
    epoch: handoff.epoch,
    team: routed.team,
    handoffId: handoff.id,
    handoffs: handoff.n,
    headStartMs: routed.headStartMs,
    messages: turn.thread.messages + 1,
  }
  const after = { ...waiting, timerAt: waitTimer(waiting, config, turn.now) }
  return {
    changes: [
      ...received(turn),
      said(notice),
      { kind: 'handoff-opened', handoff },
      { kind: 'line-entered', entry: entryOf(handoff, routed.team, handoff.epoch) },
      threadChange(turn.before, after),
    ],
    outgoing: notice,
    handoff,
    routed,
  }
}

/** Out of the line and over, in one transaction with the word to the customer; a ticket too many is dropped by a claim. */
const planLeave = (facts: PlanFacts, { handoff, matched }: Decision & { kind: 'leave' }): Planned => {
  const { turn, deployed } = facts
  const { thread, now, language } = turn
  const text = announceLeft({ ...handoff, language }, deployed.config)
  const notice = outgoingOf(facts, { kind: 'system' }, text)
  const epoch = thread.epoch + 1
  // Nothing stays of whoever waits but the timer, which looks after the last word.
  const { team: _, handoffId: __, ...rest } = { team: '', handoffId: '', ...thread }
  const after: Closed = {
    ...rest,
    ...spoken(notice),
    status: 'closed',
    epoch,
    closedAt: now,
    messages: thread.messages + 1,
  }
  return {
    changes: [
      ...received(turn),
      said(notice),
      { kind: 'line-left', entry: entryOf(handoff, handoff.team, handoff.epoch) },
      threadChange(turn.before, after),
      {
        kind: 'conversation-closed',
        record: conversationRecord(after, { outcome: leftOutcome, closedAt: now, handoffId: handoff.id }),
      },
      {
        kind: 'handoff-changed',
        handoffId: handoff.id,
        patch: {
          expect: { status: 'waiting', epoch: handoff.epoch },
          set: { status: 'closed', epoch, endedAt: now, endedBy: 'customer', outcome: leftOutcome, left: { matched } },
        },
        about: handoff,
      },
    ],
    outgoing: notice,
  }
}

/** Everything that the turn owes, in one transaction. */
export const planTurn = (facts: PlanFacts, decision: Decision): Planned => {
  if (decision.kind === 'answer') return planAnswer(facts, decision)
  if (decision.kind === 'hand-off') return planHandoff(facts, decision)
  if (decision.kind === 'put-off') return planPutOff(facts)
  if (decision.kind === 'leave') return planLeave(facts, decision)
  return { changes: [...received(facts.turn), threadChange(facts.turn.before, facts.turn.thread)] }
}
