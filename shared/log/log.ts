/** What a turn asked of which model; tokens that there were none of are left out. */
export interface ModelWork {
  calls: number
  model?: string
  inputTokens?: number
  outputTokens?: number
  cacheReadTokens?: number
  cacheWriteTokens?: number
}

/** Typed events of ids and numbers, never the customer's words: what may be logged is what these types can hold. */
export type LogEvent =
  | { event: 'webhook.accepted'; channel: string; threadId: string; messages: number }
  | { event: 'webhook.refused'; channel: string; status: number }
  | { event: 'webhook.unreadable'; channel: string; events: number }
  | { event: 'webhook.forgotten'; channel: string; messages: number }
  | { event: 'webhook.ignored'; channel: string }
  | { event: 'sender.looked-up'; channel: string; outcome: string; cause?: string }
  | { event: 'token.refused'; channel: string; threadId: string; cause: string }
  | { event: 'resolver.asked'; channel: string; outcome: string; cause?: string }
  | { event: 'customer.ambiguous'; channel: string; customers: number }
  | ({
      event: 'turn.answered'
      threadId: string
      messages: number
      confidence: number
    } & ModelWork)
  | ({
      event: 'turn.handed-off'
      threadId: string
      handoffId: string
      trigger: string
      kind: string
      team: string
      rule: string
      waitBeforeSeconds: number
    } & Partial<ModelWork>)
  | { event: 'turn.appended'; threadId: string; status: string; messages: number }
  | {
      event: 'turn.left-line'
      threadId: string
      handoffId: string
      team: string
      waitedSeconds: number
    }
  | { event: 'turn.put-off'; threadId: string; messages: number }
  | { event: 'turn.repeated'; threadId: string; messages: number }
  | { event: 'turn.refenced'; threadId: string; round: number; refused: readonly string[] }
  | { event: 'attachment.not-kept'; threadId: string; messageId: string; index: number; cause: string }
  | { event: 'routing.unknown-team'; handoffId: string; team: string; rule: string }
  | { event: 'tool.called'; threadId: string; tool: string; callId: string; outcome: string }
  | { event: 'budget.reached'; percent: number; calls: number; tokens: number }
  | { event: 'budget.not-counted'; calls: number; tokens: number }
  | { event: 'assistant.failed'; threadId: string; model: string; cause: string; attempt: number }
  | { event: 'assistant.paused'; model: string; failures: number; seconds: number }
  | { event: 'assistant.resumed'; model: string }
  | { event: 'knowledge.failed'; cause: string; attempt: number }
  | { event: 'knowledge.sync-started'; changes: number }
  | { event: 'knowledge.synced'; jobId: string; documents: number }
  | { event: 'knowledge.sync-failed'; jobId: string; documents: number }
  | { event: 'message.sent'; threadId: string; messageId: string; channel: string }
  | { event: 'message.failed'; threadId: string; messageId: string; channel: string; cause: string }
  | { event: 'message.postponed'; threadId: string; messageId: string; cause: string; retryInSeconds: number }
  | { event: 'message.reported'; threadId: string; messageId: string; channel: string; to: string }
  | { event: 'message.skipped'; threadId: string; messageId: string; delivery: string }
  | { event: 'line.claimed'; team: string; handoffId: string; agentId: string; round: number; waitAfterSeconds: number }
  | { event: 'line.lost-race'; team: string; agentId: string; round: number; refused: readonly string[] }
  | { event: 'line.lease-expired'; team: string; handoffId: string; agentId: string }
  | { event: 'line.surplus-ticket'; team: string }
  /** `openSeconds` counts from the team's opening, and is absent while it is closed. */
  | { event: 'line.watched'; team: string; waiting: number; longestSeconds: number; openSeconds?: number }
  | { event: 'transcript.incomplete'; handoffId: string; stored: number; read: number }
  | { event: 'line.orphan-dropped'; team: string; handoffId: string }
  | { event: 'waits.estimated'; teams: number; handoffs: number }
  | { event: 'event.told'; type: string; handoffId: string; team: string }
  | { event: 'handoff.escalated'; handoffId: string; from: string; to: string; rule: string; waitedSeconds: number }
  | { event: 'handoff.changed'; handoffId: string; verb: string; agentId: string; team: string }
  | {
      event: 'sweep.done'
      expired: number
      tickets: number
      resent: number
      moved: number
      idle: number
      erasures: number
      told?: number
      failed: number
    }
  | { event: 'report.written'; week: string }
  | { event: 'turn.erased'; threadId: string; messages: number }
  | ({ event: 'customer.erased'; erasureId: string; look: number } & Record<
      'records' | 'files' | 'reports' | 'exports',
      number
    >)
  | { event: 'erasure.verified'; erasureId: string; looks: number }
  | { event: 'report.turns-left-out'; week: string; conversationsRead: number }
  | { event: 'what-if.done'; jobId: string; turns: number; differences: number }
  | { event: 'what-if.failed'; jobId: string; cause: string }
  /** `requestId`: of the API, as the answer's `instance` names it. */
  | { event: 'request.failed'; operation: string; cause: string; requestId?: string }
  | { event: 'export.kept'; exports: number; removed: number; started: boolean }
  | { event: 'export.late'; hours: number }
  | { event: 'record.rejected'; queueMessageId: string; cause: string }

/** Takes one event; must never throw, since nothing may fail because it could not be logged. */
export type Log = (event: LogEvent) => void

export const silentLog: Log = () => {}
