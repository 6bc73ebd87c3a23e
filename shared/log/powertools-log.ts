import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger'
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types'
import { correlationsOf } from './correlation.ts'
import type { Log, LogEvent } from './log.ts'

const problems: ReadonlySet<LogEvent['event']> = new Set([
  'line.orphan-dropped',
  'transcript.incomplete',
  'webhook.unreadable',
  'webhook.forgotten',
  'routing.unknown-team',
  'assistant.failed',
  'assistant.paused',
  'message.failed',
  'report.turns-left-out',
  'export.late',
  'request.failed',
  'record.rejected',
])

/** Once a minute for each team, and its metrics say as much. */
const isIdle = (entry: LogEvent): boolean => entry.event === 'line.watched' && entry.waiting === 0

/** Log lines cost by the byte: the log group names the door, and the correlation id joins what belongs together. */
class PlainLines extends LogFormatter {
  override formatAttributes({ logLevel, message, timestamp }: UnformattedAttributes, fields: LogAttributes): LogItem {
    const attributes = { level: logLevel, message, timestamp: this.formatTimestamp(timestamp) }
    return new LogItem({ attributes }).addAttributes(fields)
  }
}

/** The thread's id under the name by which every line is found; what is about several threads has a line for each. */
const linesOf = (event: LogEvent): readonly object[] => {
  const fields = Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'event' && name !== 'threadId'))
  const ids = correlationsOf(event)
  return ids.length === 0 ? [fields] : ids.map((id) => ({ correlation_id: id, ...fields }))
}

/** Structured lines for CloudWatch; the incoming event is never logged, because it holds the customer's words. */
export const powertoolsLog = (): Log => {
  const logger = new Logger({ logFormatter: new PlainLines() })

  return (entry) => {
    const level = problems.has(entry.event) ? 'warn' : isIdle(entry) ? 'debug' : 'info'
    for (const line of linesOf(entry)) logger[level](entry.event, { ...line })
  }
}
