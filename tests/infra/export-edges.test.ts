import { expect, test } from 'vitest'
import { fixedQueries } from '#infra/export/queries.ts'
import { views } from '#infra/export/views.ts'
import { exportFiles } from '#infra/local/export/written-export.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { linesOf } from '#tests/support/export/exported-log.ts'
import { sqlEngine } from '#tests/support/export/sql-engine.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const day = 86_400_000
const monday = Date.UTC(2026, 10, 16)
const exported = { exportId: '01-a', tableArn: 'arn', bucket: 'b', prefix: 'exports/d', exportTime: 0 }

const ask = async (lines: readonly string[], sql: string) => {
  const engine = await sqlEngine(exportFiles({ ...exported, lines }))
  try {
    return await engine.query(sql)
  } finally {
    engine.close()
  }
}
const sqlOf = (name: string): string => fixedQueries.find((query) => query.name === name)?.sql ?? ''
const viewOf = (name: string): string => views.find((view) => view.name === name)?.sql ?? ''

const handedOff = (key: string, openedAt: number, fields: Partial<Handoff> = {}): Handoff => ({
  ...waitingConversation({ key, startedAt: openedAt - 60_000, openedAt }).handoff,
  customerId: 'u-1',
  topic: 'payment',
  ...fields,
})
const linesOfAll = (handoffs: readonly Handoff[], recordDays = 0) =>
  linesOf(
    handoffs.map((handoff) => ({ kind: 'handoff-opened', handoff })),
    recordDays,
  )

test.each([
  ['to the millisecond', 7 * day, 1],
  ['and not one later', 7 * day + 1, 0],
])('who is back within seven days, %s', async (_, later, sameTopic) => {
  const handoffs = [handedOff('first', monday), handedOff('second', monday + later)]
  const rows = await ask(linesOfAll(handoffs), sqlOf('repeat handoffs'))

  expect(rows.map(({ same_topic }) => same_topic)).toEqual([sameTopic, 0])
})

test.each([
  ['another customer', { customerId: 'u-2' }],
  ['another topic', { topic: 'delivery' }],
])('%s is not back', async (_, other) => {
  const handoffs = [handedOff('first', monday), handedOff('second', monday + day, other)]
  const rows = await ask(linesOfAll(handoffs), sqlOf('repeat handoffs'))

  expect(rows.map(({ same_topic }) => same_topic)).toEqual([0])
})

test('a clock that ran backwards counts as none, half a second as one, and what is unknown as nothing', async () => {
  const times = { firstClaimedAt: monday - 5_000, firstReplyAt: monday + 1_500 }
  const [row] = await ask(linesOfAll([handedOff('first', monday, times)]), viewOf('handoffs'))

  expect(row).toMatchObject({ wait_before_seconds: 60, wait_to_claim_seconds: 0, wait_to_reply_seconds: 2 })
  expect(row?.handle_seconds).toBeNull()
})

test('what has expired is in no view, and what expires later is', async () => {
  const longAgo = handedOff('old', Date.UTC(2020, 0, 6))
  const lately = handedOff('new', Date.now() - day)

  expect(await ask(linesOfAll([longAgo, lately], 30), viewOf('handoffs'))).toHaveLength(1)
  expect(await ask(linesOfAll([longAgo, lately]), viewOf('handoffs'))).toHaveLength(2)
})

test('messages are counted without their words, whatever is in them', async () => {
  const { changes, handoff } = waitingConversation({ key: 'words', startedAt: monday, openedAt: monday })
  const messages = changes.filter(({ kind }) => kind === 'message-added')
  const rows = await ask(linesOf(messages), viewOf('messages'))

  expect(rows.length).toBeGreaterThan(0)
  expect(rows[0]).toMatchObject({ thread_id: handoff.threadId, conversation_id: handoff.conversationId })
  expect(Object.keys(rows[0] ?? {})).toEqual(['thread_id', 'conversation_id', 'at', 'author', 'delivery', 'characters'])
})

test('no view has a column of words', () => {
  const columns = views.flatMap((view) => view.columns.map(({ name }) => name))

  expect(columns.filter((name) => ['text', 'reason', 'brief', 'line', 'name', 'summary'].includes(name))).toEqual([])
  for (const { sql } of views) expect(sql).not.toMatch(/\.(reason|brief|basis)\b/)
})
