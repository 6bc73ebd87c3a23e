import type { Log } from '../log/log.ts'
import type { Planned } from './plan.ts'
import type { Decision, OpenTurn } from './turn.ts'

/** What a turn did, in ids and numbers. */
export const logTurn = (
  log: Log,
  { thread, added, now }: OpenTurn,
  decision: Decision,
  { handoff, routed }: Planned,
): void => {
  const { threadId, conversationId } = thread
  const named = { threadId, conversationId, messages: added.length }
  if (decision.kind === 'answer')
    log({ event: 'turn.answered', ...named, confidence: decision.passages[0]?.confidence ?? 0 })
  if (decision.kind === 'put-off') log({ event: 'turn.put-off', ...named })
  if (decision.kind === 'append') log({ event: 'turn.appended', ...named, status: thread.status })
  if (decision.kind === 'leave') {
    const { id: handoffId, team, openedAt } = decision.handoff
    const waitedSeconds = Math.round((now - openedAt) / 1_000)
    log({ event: 'turn.left-line', threadId, conversationId, handoffId, team, waitedSeconds })
  }
  if (!handoff) return

  const { id: handoffId, trigger, kind, team, rule, openedAt, startedAt } = handoff
  const waitBeforeSeconds = Math.round((openedAt - startedAt) / 1_000)
  log({ event: 'turn.handed-off', threadId, conversationId, handoffId, trigger, kind, team, rule, waitBeforeSeconds })
  if (routed?.unknownTeam !== undefined)
    log({ event: 'routing.unknown-team', handoffId, team: routed.unknownTeam, rule: routed.rule })
}
