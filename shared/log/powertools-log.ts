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

/** Once a minute for each team, and its metrics say as much. */
const isIdle = (entry: LogEvent): boolean => entry.event === 'line.watched' && entry.waiting === 0

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

  return (entry) => {
    const { event, ...fields } = entry
    if (problems.has(event)) logger.warn(event, fields)
    else if (isIdle(entry)) logger.debug(event, fields)
    else logger.info(event, fields)
  }
}
