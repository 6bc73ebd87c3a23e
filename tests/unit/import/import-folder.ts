import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Imported, type ImportOptions, runImport } from '#infra/import/run-import.ts'

/** Folders `from` and `to` in a temporary one, and an import from the one to the other. */
export const importFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  return {
    folder,
    write: (file: string, text: string): void => {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      writeFileSync(join(folder, file), text)
    },
    article: (file: string): string => readFileSync(join(folder, 'to', file), 'utf8'),
    run: (options: Partial<ImportOptions> = {}): Imported =>
      runImport({
        from: join(folder, 'from'),
        to: join(folder, 'to'),
        baseUrl: 'https://help.example.com/',
        today: '2026-11-22',
        staleMonths: 18,
        dryRun: false,
        force: false,
        ...options,
      }),
    remove: (): void => rmSync(folder, { recursive: true }),
  }
}

export const kinds = ({ findings }: Imported): readonly string[] =>
  findings.map(({ kind, about }) => `${kind} ${about}`)
export const writes = (done: Imported): readonly string[] => done.writes.map(({ file, kind }) => `${kind} ${file}`)
export const words = 'You have sixty days to send the lamp back, and we pay for the label.'
export const html = (title: string, text = words): string => `<html lang="en"><h1>${title}</h1><p>${text}</p></html>`
