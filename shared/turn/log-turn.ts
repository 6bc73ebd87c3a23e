import type { Spent } from '../assistant/errors.ts'
import type { Passage } from '../knowledge/passage.ts'
import type { Log, ModelWork } from '../log/log.ts'
import type { Planned } from './plan.ts'
import type { Decision, OpenTurn } from './turn.ts'

const shortened = (best: Passage | undefined): number => Math.round((best?.confidence ?? 0) * 1_000) / 1_000

/** A line is paid for by its length: nothing is said of tokens that there were none of. */
const workOf = ({ calls, usage, model }: Spent): ModelWork => ({
  calls,
  ...(model !== undefined && { model }),
  ...Object.fromEntries(Object.entries(usage).filter(([, tokens]) => tokens > 0)),
})

/** What a turn did, in ids and numbers. */
export const logTurn = (
  log: Log,
  { thread, added, now }: OpenTurn,
  decision: Decision,
  { handoff, routed }: Planned,
): void => {
  const { threadId } = thread
  const named = { threadId, messages: added.length }
  if (decision.kind === 'answer')
    log({ event: 'turn.answered', ...named, confidence: shortened(decision.passages[0]), ...workOf(decision.draft) })
  if (decision.kind === 'put-off') log({ event: 'turn.put-off', ...named })
  if (decision.kind === 'append') log({ event: 'turn.appended', ...named, status: thread.status })
  if (decision.kind === 'leave') {
    const { id: handoffId, team, openedAt } = decision.handoff
    const waitedSeconds = Math.round((now - openedAt) / 1_000)
    log({ event: 'turn.left-line', threadId, handoffId, team, waitedSeconds })
  }
  if (!handoff) return

  const { id: handoffId, trigger, kind, team, rule, openedAt, startedAt } = handoff
  const waitBeforeSeconds = Math.round((openedAt - startedAt) / 1_000)
  const spent = decision.kind === 'hand-off' && decision.spent ? workOf(decision.spent) : {}
  const opened = { threadId, handoffId, trigger, kind, team, rule, waitBeforeSeconds }
  log({ event: 'turn.handed-off', ...opened, ...spent })
  if (routed?.unknownTeam !== undefined)
    log({ event: 'routing.unknown-team', handoffId, team: routed.unknownTeam, rule: routed.rule })
}
