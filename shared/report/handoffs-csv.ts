import type { Handoff } from '../handoff/handoff.ts'
import { clocksOf } from './clocks.ts'
import { type Cell, csv } from './csv.ts'

const time = (ms: number | undefined): Cell => (ms === undefined ? undefined : new Date(ms).toISOString())

/** Columns of the log as a table, in their order: times in ISO 8601 UTC, waits in whole seconds, empty while unknown. */
const columns: Readonly<Record<string, (handoff: Handoff) => Cell>> = {
  id: ({ id }) => id,
  conversation_id: ({ conversationId }) => conversationId,
  team: ({ team }) => team,
  kind: ({ kind }) => kind,
  trigger: ({ trigger }) => trigger,
  topic: ({ topic }) => topic,
  reason: ({ reason }) => reason,
  status: ({ status }) => status,
  outcome: ({ outcome }) => outcome,
  agent: ({ agentName }) => agentName,
  language: ({ language }) => language,
  channel: ({ channel }) => channel,
  rule: ({ rule }) => rule,
  config_version: ({ configVersion }) => configVersion,
  started_at: ({ startedAt }) => time(startedAt),
  handed_off_at: ({ openedAt }) => time(openedAt),
  first_claimed_at: ({ firstClaimedAt }) => time(firstClaimedAt),
  first_reply_at: ({ firstReplyAt }) => time(firstReplyAt),
  ended_at: ({ endedAt }) => time(endedAt),
  wait_before_seconds: (handoff) => clocksOf(handoff).waitBeforeSeconds,
  wait_to_claim_seconds: (handoff) => clocksOf(handoff).waitToClaimSeconds,
  wait_to_reply_seconds: (handoff) => clocksOf(handoff).waitToReplySeconds,
  handle_seconds: (handoff) => clocksOf(handoff).handleSeconds,
  claims: ({ claims }) => claims,
  releases: ({ releases }) => releases,
  declines: ({ declines }) => declines,
  expiries: ({ expiries }) => expiries,
  transfers: ({ transfers }) => transfers,
  overflows: ({ overflows }) => overflows,
  number: ({ n }) => n,
  earlier_teams: ({ earlierTeams }) => earlierTeams?.join(' '),
  evidence_matched: ({ fired: [principal] }) => principal?.evidence.matched,
  evidence_score: ({ fired: [principal] }) => principal?.evidence.score,
  evidence_threshold: ({ fired: [principal] }) => principal?.evidence.threshold,
  evidence_detail: ({ fired: [principal] }) => principal?.evidence.detail,
  fired: ({ fired }) => fired.map(({ trigger }) => trigger).join(' '),
}

export const handoffColumns: readonly string[] = Object.keys(columns)

export const handoffsCsv = (handoffs: readonly Handoff[]): string =>
  csv([handoffColumns, ...handoffs.map((handoff) => Object.values(columns).map((cell) => cell(handoff)))])
