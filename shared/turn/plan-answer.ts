import { cited } from '../assistant/cite.ts'
import { renderNotice } from '../handoff/notice.ts'
import type { Message } from '../thread/message.ts'
import { silenceTimer } from '../thread/timer.ts'
import { counted, outgoingOf, type PlanFacts, type Planned, received, said, spoken } from './plan.ts'
import { type Answer, evidenceOf } from './reply-evidence.ts'
import { threadChange } from './thread-change.ts'
import { turnBasis } from './turn-basis-of.ts'

export const planAnswer = (facts: PlanFacts, answer: Answer): Planned => {
  const { turn, deployed } = facts
  const { draft } = answer
  const { reply, sources } = draft
  const text = deployed.config.knowledge.cite ? cited(reply, sources.passages, turn.language) : reply
  const outgoing: Message = {
    ...outgoingOf(facts, { kind: 'assistant' }, text),
    evidence: evidenceOf(answer, turnBasis(turn, deployed)),
  }
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
export const planPutOff = (facts: PlanFacts): Planned => {
  const { turn, deployed } = facts
  const { company, notices, idle } = deployed.config
  const { language } = turn
  const text = renderNotice({ key: 'put-off', language, team: '', company, own: notices })
  const outgoing: Message = {
    ...outgoingOf(facts, { kind: 'assistant' }, text),
    evidence: { passages: [], basis: { ...turnBasis(turn, deployed), putOff: true } },
  }
  const timerAt = silenceTimer(outgoing.at, idle)
  const after = { ...turn.thread, ...spoken(outgoing), messages: turn.thread.messages + 1, timerAt }
  return { changes: [...received(turn), said(outgoing), threadChange(turn.before, after)], outgoing }
}
