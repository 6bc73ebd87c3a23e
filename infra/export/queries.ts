import { leftOutcome, returnedOutcome } from '#shared/handoff/handoff.ts'
import { spreads, withViews } from './phrases.ts'
import { conversations, handoffs } from './views.ts'

/** A question that the weekly report answers, for all weeks at once. */
export interface ExportQuery {
  readonly name: string
  readonly says: string
  readonly sql: string
}

const ofHandoffs = (name: string, says: string, sql: string): ExportQuery => ({
  name,
  says,
  sql: withViews([handoffs], sql),
})

const countedBy = (what: 'trigger' | 'topic' | 'team', ...columns: readonly string[]): ExportQuery =>
  ofHandoffs(
    `handoffs by ${what}`,
    `How many handoffs each week had, by ${what}.`,
    `SELECT week, ${columns.join(', ')}, count(*) AS handoffs
FROM handoffs
WHERE ${what} IS NOT NULL
GROUP BY week, ${columns.join(', ')}
ORDER BY week DESC, handoffs DESC, ${columns.join(', ')}`,
  )

const clocks = {
  before: 'wait_before_seconds',
  'to claim': 'wait_to_claim_seconds',
  'to reply': 'wait_to_reply_seconds',
  handle: 'handle_seconds',
}

const waitsBy = (name: string, says: string, group: readonly string[]): ExportQuery =>
  ofHandoffs(name, says, spreads('handoffs', ['week', ...group], clocks))

const weeks = ofHandoffs(
  'week over week',
  'Each week beside the week before it.',
  `, weeks AS (
  SELECT week,
    count(*) AS handoffs,
    count(DISTINCT conversation_id) AS conversations,
    count(CASE WHEN kind = 'failure' THEN 1 END) AS failures,
    count(CASE WHEN kind = 'topic' THEN 1 END) AS topics,
    count(CASE WHEN ended_at IS NULL THEN 1 END) AS still_open,
    CAST(sum(transfers) AS bigint) AS transfers,
    count(CASE WHEN outcome = '${returnedOutcome}' THEN 1 END) AS returned,
    count(CASE WHEN outcome = '${leftOutcome}' THEN 1 END) AS customer_left
  FROM handoffs
  GROUP BY week
)
SELECT w.*, w.handoffs - w.conversations AS repeats,
  coalesce(b.handoffs, 0) AS handoffs_before,
  w.handoffs - coalesce(b.handoffs, 0) AS change
FROM weeks w LEFT JOIN weeks b ON b.week = w.week - INTERVAL '7' DAY
ORDER BY w.week DESC`,
)

const outcomes = ofHandoffs(
  'outcomes',
  'How the handoffs of each week ended, by trigger.',
  `SELECT week, trigger, coalesce(outcome, 'open') AS outcome, count(*) AS handoffs
FROM handoffs
WHERE outcome IS NOT NULL OR ended_at IS NULL
GROUP BY week, trigger, coalesce(outcome, 'open')
ORDER BY week DESC, trigger, handoffs DESC, outcome`,
)

const repeats = ofHandoffs(
  'repeat handoffs',
  'Handed off again within one conversation, and customers who were back within seven days on the same topic.',
  `, ordered AS (
  SELECT h.*, row_number() OVER (PARTITION BY conversation_id ORDER BY handed_off_at, id) AS nth FROM handoffs h
), back AS (
  SELECT DISTINCT h.id
  FROM handoffs h JOIN handoffs e
    ON e.customer_id = h.customer_id AND e.topic = h.topic AND e.conversation_id <> h.conversation_id
  WHERE e.handed_off_at >= h.handed_off_at - INTERVAL '7' DAY
    AND (e.handed_off_at < h.handed_off_at OR (e.handed_off_at = h.handed_off_at AND e.id < h.id))
)
SELECT week,
  count(CASE WHEN nth > 1 THEN 1 END) AS same_conversation,
  count(back.id) AS same_topic
FROM ordered LEFT JOIN back ON back.id = ordered.id
GROUP BY week
ORDER BY week DESC`,
)

const work = ofHandoffs(
  'work moved',
  'How long people worked on what the assistant had been asked, by trigger.',
  `SELECT week, kind, trigger, count(*) AS handoffs, count(handle_seconds) AS handled,
  CAST(coalesce(sum(handle_seconds), 0) AS bigint) AS seconds
FROM handoffs
GROUP BY week, kind, trigger
ORDER BY week DESC, seconds DESC, trigger`,
)

const rules = ofHandoffs(
  'transfers by rule',
  'Which routing rule sent handoffs to a team that passed them on.',
  `SELECT week, rule, count(*) AS handoffs, count(CASE WHEN transfers > 0 THEN 1 END) AS transferred
FROM handoffs
GROUP BY week, rule
ORDER BY week DESC, transferred DESC, rule`,
)

const automation: ExportQuery = {
  name: 'automation rate',
  says: 'Of the conversations that ended in each week, the share that no person was needed for.',
  sql: withViews(
    [handoffs, conversations],
    `SELECT c.week, count(*) AS conversations,
  count(CASE WHEN h.conversation_id IS NULL THEN 1 END) AS automated,
  CAST(count(CASE WHEN h.conversation_id IS NULL THEN 1 END) AS double) / count(*) AS rate
FROM conversations c LEFT JOIN (SELECT DISTINCT conversation_id FROM handoffs) h ON h.conversation_id = c.id
GROUP BY c.week
ORDER BY c.week DESC`,
  ),
}

/** Those that are the same for every company; `hourQuery` goes by its teams. */
export const fixedQueries: readonly ExportQuery[] = [
  weeks,
  countedBy('trigger', 'kind', 'trigger'),
  countedBy('topic', 'topic'),
  countedBy('team', 'team'),
  waitsBy('waits', 'Half of the customers waited no longer than the median, nine of ten no longer than p90.', []),
  waitsBy('waits by team', 'The same, by team.', ['team']),
  waitsBy('waits by trigger', 'The same, by trigger.', ['trigger']),
  outcomes,
  repeats,
  work,
  rules,
  automation,
]
