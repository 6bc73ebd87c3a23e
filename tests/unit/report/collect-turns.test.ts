import { expect, test } from 'vitest'
import { Collector } from '#shared/report/collect.ts'
import { collectTurns } from '#shared/report/collect-turns.ts'
import type { LoggedConversation } from '#shared/report/conversation-log.ts'
import { fullReport } from '#shared/report/full-report.ts'
import { reportPage } from '#shared/report/page/page.ts'
import { reportCsv } from '#shared/report/report-csv.ts'
import { reportMail } from '#shared/report/report-mail.ts'
import { parseWeek, weekBefore } from '#shared/report/week.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const week = parseWeek('2026-W47') ?? { id: '', from: 0, to: 0 }
const before = weekBefore(week)

const answered = (n: number): LoggedConversation => {
  const at = week.from + n * 1_000
  const { messages, handoff } = waitingConversation({ key: `k${n}`, startedAt: at, openedAt: at })
  const { threadId, conversationId } = handoff
  const basis = { configVersion: 'v1', language: 'en' }
  const answer = { author: { kind: 'assistant' as const }, evidence: { passages: [], basis } }
  return {
    ...{ threadId, conversationId, channel: 'standard', handoffs: [] },
    messages: messages.map((one, place) => (place === 0 ? one : { ...one, ...answer })),
  }
}

/** A week of ten conversations, of which so many can be read. */
const reportAfter = async (readable: number) => {
  let read = 0
  const conversations = async function* () {
    for (let n = 0; n < 10; n += 1) {
      read += 1
      yield answered(n)
    }
  }
  const collector = new Collector(before.from)
  await collectTurns(collector, conversations(), () => read > readable)
  return fullReport({ week, before, config: testConfig(), collected: collector.collected(), logFrom: before.from })
}

test('turns that could all be read are counted, and nothing is said to be left out', async () => {
  const report = await reportAfter(10)

  expect(report).toMatchObject({ endedAlone: 10, turns: { now: { answered: 10 } } })
  expect(report).not.toHaveProperty('turnsLeftOut')
  expect(reportPage(report, 'A')).not.toContain('Handoffs alone')
  expect(reportMail(report, 'A', 'there').text).not.toContain('NOT COUNTED')
})

test('where there was no time for all of them none is counted, and every form of the report says so', async () => {
  const report = await reportAfter(9)

  expect(report).toMatchObject({ turnsLeftOut: { conversationsRead: 9 } })
  for (const name of ['endedAlone', 'turns', 'shadow']) expect(report).not.toHaveProperty(name)
  expect(report.work.now).not.toHaveProperty('removed')
  expect(reportPage(report, 'A')).toContain('it stopped after 9 conversations, and counts none of them')
  expect(reportCsv(report)).toContain('turns,left out: too many for the time,conversations_read,9,')
  expect(reportMail(report, 'A', 'there').text).toContain('stopped after 9 conversations')
})

test('a week in which the assistant had nothing to do has no turns left out', async () => {
  const collector = new Collector(before.from)

  await collectTurns(collector, (async function* () {})(), () => true)

  const { heard, leftOut } = collector.collected()
  expect({ talks: heard?.talks.size, leftOut }).toEqual({ talks: 0, leftOut: undefined })
})
