import type { Log } from '../log/log.ts'
import type { ExportFiles } from './export-files.ts'
import { isDue, judgeExports } from './judge-exports.ts'

/** Has DynamoDB write a picture of the whole table into the bucket, under `exports/<day>/`. */
export interface ExportStart {
  /** At most once a day, however often it is asked for it. @throws what DynamoDB refuses */
  start(day: string): Promise<void>
}

export interface KeepExportsPorts {
  readonly files: ExportFiles
  readonly exports: ExportStart
  readonly log: Log
}

export interface KeptExports {
  /** Prefix of the one that is read. */
  readonly shown?: string
  readonly removed: number
  readonly started: boolean
}

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)

/**
 * Looks what became of the exports: the newest whole one is read from here on, whatever it replaces is deleted, and at its hour
 * the next one begins. What is read is changed before anything is deleted. Idempotent.
 */
export const keepExports = async (
  { files, exports, log }: KeepExportsPorts,
  { hour }: { readonly hour: number },
  now: number,
): Promise<KeptExports> => {
  const seen = await files.look()
  const { shown, removed, resultsUntil, lateHours } = judgeExports(seen, now)
  await files.show(shown?.finished?.files ?? [])
  for (const { prefix } of removed) await files.remove(prefix)
  if (resultsUntil !== undefined) await files.removeResults(resultsUntil)
  if (lateHours !== undefined) log({ event: 'export.late', hours: lateHours })
  const started = isDue(seen, now, hour)
  if (started) await exports.start(dayOf(now))
  log({ event: 'export.kept', exports: seen.exports.length, removed: removed.length, started })
  return { removed: removed.length, started, ...(shown && { shown: shown.prefix }) }
}
