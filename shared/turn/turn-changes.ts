import { cited } from '../assistant/cite.ts'
import { withCalls } from '../customer/spending.ts'
import { announceLeft, announceTeam } from '../handoff/announce.ts'
import type { Change } from '../handoff/change.ts'
import type { Estimates } from '../handoff/estimates/estimate-store.ts'
import { toldWait } from '../handoff/estimates/told-wait.ts'
import { type Handoff, leftOutcome } from '../handoff/handoff.ts'
import { entryOf } from '../handoff/held-handoff.ts'
import { renderNotice } from '../handoff/notice.ts'
import { waitTimer } from '../handoff/tell-waiting.ts'
import type { Route } from '../routing/route.ts'
import type { Message } from '../thread/message.ts'
import { type Closed, conversationRecord, type Waiting } from '../thread/thread-state.ts'
import { silenceTimer } from '../thread/timer.ts'
import { type HandoffFacts, handoffOf, routeOf } from './new-handoff.ts'
import { type Answer, evidenceOf } from './reply-evidence.ts'
import { threadChange } from './thread-change.ts'
import type { Decision, OpenTurn } from './turn.ts'

export interface Planned {
  readonly changes: readonly Change[]
  /** What the customer will read, when the turn says something. */
  readonly outgoing?: Message
  readonly handoff?: Handoff
  readonly routed?: Route
}

interface PlanFacts extends HandoffFacts {
  /** Of the outgoing message, if there is one. */
  readonly messageId: string
  /** What the sweep last saw of the waits; absent where nobody is told. */
  readonly estimates?: Estimates | undefined
}

/** The customer's messages, with the marks that make a repeated delivery a repeated one. */
const received = ({ added, marks, thread: { threadId } }: OpenTurn): readonly Change[] => [
  ...added.map((message): Change => ({ kind: 'message-added', message })),
  ...marks.map(
    ({ stored, ...mark }): Change => ({ kind: stored ? 'delivery-marked' : 'delivery-seen', threadId, ...mark }),
  ),
]

/** The turn's own messages go out one after the other; only behind an agent's is there anything to wait for. */
const outgoingOf = ({ turn, messageId }: PlanFacts, author: Message['author'], text: string): Message => {
  const { thread, now } = turn
  const { lastOutgoing } = thread
  return {
    threadId: thread.threadId,
    id: messageId,
    conversationId: thread.conversationId,
    at: Math.max(now, thread.lastMessageAt + 1),
    author,
    text,
    delivery: 'pending',
    ...(lastOutgoing && lastOutgoing.by !== 'turn' && { after: { id: lastOutgoing.id, at: lastOutgoing.at } }),
  }
}

/** The inbound message is deleted only when the outgoing one is handed over, so a crash in between brings the turn back. */
const said = (message: Message): Change => ({ kind: 'message-added', message, unlisted: true })

const spoken = (message: Message) => ({
  lastMessageAt: message.at,
  lastOutgoing: { id: message.id, at: message.at, by: 'turn' as const },
})

const counted = ({ thread, now }: OpenTurn, calls: number | undefined) =>
  calls
    ? {
        modelCalls: withCalls(thread.modelCalls, calls, now),
        dayCalls: withCalls(thread.dayCalls, calls, now, 'day'),
      }
    : {}

const planAnswer = (facts: PlanFacts, answer: Answer): Planned => {
  const { turn, deployed } = facts
  const { draft } = answer
  const { reply, sources } = draft
  const text = deployed.config.knowledge.cite ? cited(reply, sources.passages, turn.language) : reply
  const outgoing: Message = { ...outgoingOf(facts, { kind: 'assistant' }, text), evidence: evidenceOf(answer) }
  const after = {
    ...turn.thread,
    ...spoken(outgoing),
    ...counted(turn, draft.calls),
    messages: turn.thread.messages + 1,
    timerAt: silenceTimer(outgoing.at, deployed.config.idle),
  }
  return {
    changes: [...received(turn), said(outgoing), threadChange(turn.before, after)],
    outgoing,
  }
}

/** Said without a model: the sender's calls are spent, and a person has another thread of theirs for it. */
const planPutOff = (facts: PlanFacts): Planned => {
  const { turn, deployed } = facts
  const { company, notices, idle } = deployed.config
  const { language } = turn
  const text = renderNotice({ key: 'put-off', language, team: '', company, own: notices })
  const outgoing = outgoingOf(facts, { kind: 'assistant' }, text)
  const timerAt = silenceTimer(outgoing.at, idle)
  const after = { ...turn.thread, ...spoken(outgoing), messages: turn.thread.messages + 1, timerAt }
  return { changes: [...received(turn), said(outgoing), threadChange(turn.before, after)], outgoing }
}

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
    ...counted(turn, decision.calls),
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
