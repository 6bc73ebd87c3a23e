import { conversationPrefix, handoffPrefix, messagePrefix, threadPk } from '#shared/aws/dynamo-keys.ts'
import { type Column, expression, number, numberOf, secondsBetween, selectOf, text, time, weekOf } from './columns.ts'

/** What Athena knows as a table with plain columns; none of them holds what customers wrote. */
export interface View {
  readonly name: string
  readonly says: string
  readonly columns: readonly Column[]
  readonly sql: string
}

const threads = threadPk('')

const view = (name: string, says: string, sortKey: string, columns: readonly Column[]): View => ({
  name,
  says,
  columns,
  sql: selectOf(columns, threads, sortKey),
})

const author = (attribute: string): string => `json_extract_scalar(line, '$.Item.author.M.${attribute}.S')`

export const handoffs = view('handoffs', 'One row for each handoff.', handoffPrefix, [
  ...[text('id'), text('conversationId'), text('threadId'), text('customerId')],
  ...[text('team'), text('kind'), text('trigger'), text('topic'), text('status'), text('outcome'), text('rule')],
  ...[text('language'), text('channel'), text('agentId'), text('configVersion')],
  weekOf('openedAt', 'week'),
  ...[time('startedAt'), time('openedAt', 'handed_off_at'), time('claimedAt'), time('firstClaimedAt')],
  ...[time('firstReplyAt'), time('endedAt')],
  secondsBetween('startedAt', 'openedAt', 'wait_before_seconds'),
  secondsBetween('openedAt', 'firstClaimedAt', 'wait_to_claim_seconds'),
  secondsBetween('openedAt', 'firstReplyAt', 'wait_to_reply_seconds'),
  secondsBetween('firstClaimedAt', 'endedAt', 'handle_seconds'),
  ...[number('claims'), number('releases'), number('declines'), number('expiries'), number('transfers')],
  number('overflows'),
])

export const conversations = view(
  'conversations',
  'One row for each conversation that has ended.',
  conversationPrefix,
  [
    ...[text('id'), text('threadId'), text('customerId'), text('outcome'), number('messages')],
    weekOf('closedAt', 'week'),
    ...[time('startedAt'), time('closedAt')],
  ],
)

/** The key says when: `MSG#<13 digits>#<id>`. */
const messageMs = `CAST(substr(json_extract_scalar(line, '$.Item.sk.S'), ${messagePrefix.length + 1}, 13) AS bigint)`

export const messages = view('messages', 'One row for each message, without its words.', messagePrefix, [
  expression('thread_id', 'varchar', `substr(json_extract_scalar(line, '$.Item.pk.S'), ${threads.length + 1})`),
  expression(
    'conversation_id',
    'varchar',
    `concat(substr(json_extract_scalar(line, '$.Item.pk.S'), ${threads.length + 1}), '.', CAST(${numberOf('conversation')} AS varchar))`,
  ),
  expression('at', 'timestamp(3)', `CAST(from_unixtime(${messageMs} / 1e3, 'UTC') AS timestamp)`),
  expression('author', 'varchar', author('kind')),
  text('delivery'),
  expression('characters', 'bigint', "length(json_extract_scalar(line, '$.Item.text.S'))"),
])

export const views: readonly View[] = [handoffs, conversations, messages]
