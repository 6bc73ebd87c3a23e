import { Logger } from '@aws-lambda-powertools/logger'
import type { Log, LogEvent } from './log.ts'

const problems: ReadonlySet<LogEvent['event']> = new Set([
  'line.orphan-dropped',
  'transcript.incomplete',
  'routing.unknown-team',
  'assistant.failed',
  'message.failed',
  'request.failed',
  'record.rejected',
])

/** Structured lines for CloudWatch; the incoming event is never logged, because it holds the customer's words. */
export const powertoolsLog = (): Log => {
  const logger = new Logger()

  return ({ event, ...fields }) => {
    if (problems.has(event)) logger.warn(event, fields)
    else logger.info(event, fields)
  }
}
