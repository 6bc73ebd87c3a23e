import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Row, readRow } from '#infra/triggers/row.ts'

const goldSchema = z.object({
  label: z.boolean(),
  trigger: z.string(),
  source: z.string(),
  lang: z.string(),
  domain: z.string().default('support'),
  borderline: z.boolean().default(false),
})

/** A message that somebody else judged for one trigger. */
export interface Gold extends z.output<typeof goldSchema> {
  readonly row: Row
}

/** Every judged row of a folder, those left out that its authors call borderline; undefined where there is no folder. */
export const readGold = (folder: string): readonly Gold[] | undefined =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.jsonl'))
        .sort()
        .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
        .map((line) => ({ ...goldSchema.parse(JSON.parse(line)), row: readRow(line) }))
        .filter(({ borderline }) => !borderline)
    : undefined
