import * as z from 'zod/mini'
import { describeIssues } from '../channel/describe-issues.ts'
import type { Handoff } from '../handoff/handoff.ts'
import type { ConversationRecord } from '../thread/thread-state.ts'
import { LogLineError } from './errors.ts'
import { conversationRecordSchema, loggedHandoffSchema, loggedTurnSchema } from './log-schemas.ts'
import type { LoggedTurn } from './logged-turn.ts'

/**
 * One line of an exported log, NDJSON. The record stands by itself, since a handoff has a `kind` of its own. A handoff is
 * one line, as it was when the log was written: an open one comes again in a later export, and the later line holds.
 */
export type LogLine =
  | { readonly kind: 'turn'; readonly record: LoggedTurn }
  | { readonly kind: 'handoff'; readonly record: Handoff }
  | { readonly kind: 'conversation'; readonly record: ConversationRecord }

/** A line of a text, counted from one. */
export interface NumberedLine {
  readonly number: number
  readonly text: string
}

const schemas = {
  turn: z.looseObject({ record: loggedTurnSchema }),
  handoff: z.looseObject({ record: loggedHandoffSchema }),
  conversation: z.looseObject({ record: conversationRecordSchema }),
}
const kinds = Object.keys(schemas)

const isKind = (kind: unknown): kind is LogLine['kind'] => typeof kind === 'string' && kinds.includes(kind)

/** What a log is in order of: a turn's own time, a handoff's opening, a conversation's end. */
export const timeOf = (line: LogLine): number => {
  if (line.kind === 'turn') return line.record.at
  return line.kind === 'handoff' ? line.record.openedAt : line.record.closedAt
}

export const writeLogLine = ({ kind, record }: LogLine): string => `${JSON.stringify({ kind, record })}\n`

/** Checked, and as it was written: fields that are not known here are kept. @throws {LogLineError} */
export const readLogLine = ({ number, text }: NumberedLine): LogLine => {
  const written = parse(number, text)
  const kind = typeof written === 'object' && written !== null && 'kind' in written ? written.kind : undefined
  if (!isKind(kind)) throw new LogLineError(number, `kind: must be one of ${kinds.map((one) => `"${one}"`).join(', ')}`)
  const { error } = schemas[kind].safeParse(written)
  if (error) throw new LogLineError(number, describeIssues(error.issues))
  return written as LogLine
}

/** Line by line, so that any number passes through; empty lines say nothing. @throws {LogLineError} at the first that is none */
export async function* readLogLines(lines: AsyncIterable<NumberedLine>): AsyncGenerator<LogLine> {
  for await (const line of lines) if (line.text.trim() !== '') yield readLogLine(line)
}

const parse = (number: number, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new LogLineError(number, 'is not JSON', { cause })
  }
}
