import type { BatonConfig } from '#shared/config/config.ts'
import type { SeenExports } from '#shared/export/export-files.ts'
import { judgeExports } from '#shared/export/judge-exports.ts'
import type { Exports, StackFound } from '../cloud/ports.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

const check = 'export'
const hourMs = 3_600_000
const momentOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** When the table was exported whole for the last time, and whether that is too long ago. */
export const checkExport = async (
  exports: Exports,
  { outputs }: StackFound,
  configured: BatonConfig['export'],
  now: number,
): Promise<readonly Verdict[]> => {
  if (!configured) return []
  const bucket = outputs.ExportBucketName
  if (bucket === undefined) return [open(check, 'the stack has no bucket for exports yet', 'npm run deploy')]
  return [verdictOf(await exports.look(bucket), configured.hour, now)]
}

const verdictOf = (seen: SeenExports, hour: number, now: number): Verdict => {
  const { shown, lateHours } = judgeExports(seen, now)
  const found = toldOf(seen, shown?.finished, hour, now)
  if (lateHours !== undefined)
    return bad(check, `late: ${found}; none came for ${lateHours} hours`, 'docs/runbook.md#export-late')
  return shown ? good(check, found) : open(check, found)
}

type Finished = NonNullable<SeenExports['exports'][number]['finished']>

const toldOf = ({ exports, erasedAt }: SeenExports, last: Finished | undefined, hour: number, now: number): string => {
  if (last) {
    const hours = Math.floor((now - last.pictureOf) / hourMs)
    return `the last whole one is of ${momentOf(last.pictureOf)}, ${hours} hours ago: ${last.items} records`
  }
  if (erasedAt !== undefined)
    return `none is read: somebody was erased on ${momentOf(erasedAt)}, and the next begins at ${hour}:00 UTC`
  return exports.length > 0 ? 'the first one is being written' : 'there is none yet: the first one is soon begun'
}
