import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { type LogLine, readLogLine } from '#shared/report/log-lines.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import type { ConversationRecord } from '#shared/thread/thread-state.ts'

export interface WeekOfLog {
  readonly week: string
  readonly lines: readonly LogLine[]
}

/** A written log, week by week. */
export const readWeeks = (folder: string): readonly WeekOfLog[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson.gz'))
    .sort()
    .map((file) => ({
      week: file.replace('.ndjson.gz', ''),
      lines: gunzipSync(readFileSync(join(folder, file)))
        .toString()
        .trimEnd()
        .split('\n')
        .map((text, index) => readLogLine({ number: index + 1, text })),
    }))

export interface ReadLog {
  readonly weeks: readonly WeekOfLog[]
  readonly turns: readonly LoggedTurn[]
  readonly handoffs: readonly Handoff[]
  readonly conversations: readonly ConversationRecord[]
}

export const readQuarter = (folder: string): ReadLog => {
  const weeks = readWeeks(folder)
  const lines = weeks.flatMap((week) => week.lines)
  return {
    weeks,
    turns: lines.flatMap((line) => (line.kind === 'turn' ? [line.record] : [])),
    handoffs: lines.flatMap((line) => (line.kind === 'handoff' ? [line.record] : [])),
    conversations: lines.flatMap((line) => (line.kind === 'conversation' ? [line.record] : [])),
  }
}
