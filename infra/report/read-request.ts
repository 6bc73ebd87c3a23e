import { CommandError } from '../deploy/command/errors.ts'
import { takeAll } from '../deploy/command/options.ts'
import { type Span, spanOf } from './span.ts'

export interface ReportRequest {
  readonly log: string
  readonly span: Span
  readonly out: string
  readonly config: string
}

const kinds = {
  log: 'value',
  week: 'value',
  from: 'value',
  to: 'value',
  out: 'value',
  config: 'value',
  help: 'flag',
} as const

/** Nothing where the one thing that it cannot do without is missing. @throws {CommandError} */
export const readRequest = (words: readonly string[]): ReportRequest | 'help' | undefined => {
  const values = takeAll(words, kinds)
  const [log, week, from, to] = [values.log?.[0], values.week?.[0], values.from?.[0], values.to?.[0]]
  if (values.help) return 'help'
  if (log === undefined) return undefined
  const span = spanOf({ week, from, to })
  if (!span)
    throw new CommandError(
      'say which week, --week 2026-W47, or which days, --from 2026-08-24 --to 2026-11-23 (the first and the one after the last, in UTC)',
    )
  return { log, span, out: values.out?.[0] ?? 'report', config: values.config?.[0] ?? 'baton.config.ts' }
}
