import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWeekFiles } from '#infra/quarter/week-files.ts'
import { type LogLine, timeOf } from '#shared/report/log-lines.ts'
import { parseWeek } from '#shared/report/week.ts'
import { readWeeks } from '#tests/support/read-quarter.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const { from: monday = 0, to: next = 0 } = parseWeek('2026-W30') ?? {}
const closed = (closedAt: number): LogLine => ({
  kind: 'conversation',
  record: { id: `${closedAt}`, threadId: 't', startedAt: 1, closedAt, messages: 1, outcome: 'solved' },
})
const handoff = (openedAt: number): LogLine => ({
  kind: 'handoff',
  record: waitingConversation({ startedAt: openedAt - 9, openedAt }).handoff,
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weeks-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('each week is a file of its own, in order of time', async () => {
  const files = createWeekFiles(folder)
  for (const time of [next + 5, monday + 7, next - 1, monday]) files.tell(closed(time))

  const written = await files.end()

  const read = readWeeks(folder)
  expect(read.map(({ week, lines }) => [week, lines.map(timeOf)])).toEqual([
    ['2026-W30', [monday, monday + 7, next - 1]],
    ['2026-W31', [next + 5]],
  ])
  expect(written).toMatchObject({ lines: 4, files: read.map(({ week }) => join(folder, `${week}.ndjson.gz`)) })
})

test('a week that is over is written once its handoffs have ended, and not before', async () => {
  const files = createWeekFiles(folder)
  files.expect(monday + 1)
  files.tell(closed(monday + 2))

  await files.flush(next)
  const early = readWeeks(folder)
  files.tell(handoff(monday + 1), true)
  await files.flush(next - 1)
  const during = readWeeks(folder)
  await files.flush(next)

  expect([early, during]).toEqual([[], []])
  expect(readWeeks(folder).map(({ lines }) => lines.map(({ kind }) => kind))).toEqual([['handoff', 'conversation']])
})
