import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger'
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types'
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
  'request.failed',
  'record.rejected',
])

/** Log lines cost by the byte: the log group names the door, nothing is sampled or traced, and ids join what belongs together. */
class PlainLines extends LogFormatter {
  override formatAttributes({ logLevel, message, timestamp }: UnformattedAttributes, fields: LogAttributes): LogItem {
    const attributes = { level: logLevel, message, timestamp: this.formatTimestamp(timestamp) }
    return new LogItem({ attributes }).addAttributes(fields)
  }
}

/** Structured lines for CloudWatch; the incoming event is never logged, because it holds the customer's words. */
export const powertoolsLog = (): Log => {
  const logger = new Logger({ logFormatter: new PlainLines() })

  return ({ event, ...fields }) => {
    if (problems.has(event)) logger.warn(event, fields)
    else logger.info(event, fields)
  }
}
