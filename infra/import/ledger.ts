import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DocumentError } from './draft.ts'

/** What was imported, by the article's file, and what it read as then: who edits it by hand keeps it. */
const ledgerSchema = z.record(z.string(), z.object({ source: z.string(), from: z.string(), sha256: z.string() }))

export type Ledger = z.output<typeof ledgerSchema>

/** Beside the articles and no article itself; it belongs into version control as they do. */
export const ledgerName = '.imported.json'

/** @throws {DocumentError} */
export const readLedger = (folder: string): Ledger => {
  const file = join(folder, ledgerName)
  if (!existsSync(file)) return {}
  try {
    return ledgerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new DocumentError(
      `${file} cannot be read: mend it, or delete it, and what was imported counts as edited by hand`,
      { cause },
    )
  }
}

/** A whole file or the old one: never half of it. */
export const replaceFile = (file: string, text: string): void => {
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}

export const writeLedger = (folder: string, ledger: Ledger): void => {
  const sorted = Object.fromEntries(Object.entries(ledger).sort(([one], [other]) => (one < other ? -1 : 1)))
  replaceFile(join(folder, ledgerName), `${JSON.stringify(sorted, undefined, 2)}\n`)
}
