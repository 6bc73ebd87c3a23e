import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { type LogLine, type NumberedLine, readLogLines } from '#shared/report/log-lines.ts'

const isLog = (name: string): boolean => /\.(ndjson|jsonl)(\.gz)?$/.test(name)

/** A file, or all of a folder's in the order of their names. */
export const logFiles = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter(isLog)
        .sort()
        .map((name) => join(path, name))
    : [path]

async function* numbered(file: string): AsyncGenerator<NumberedLine> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  let number = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    yield { number: ++number, text }
}

export async function* readLogFiles(files: readonly string[]): AsyncGenerator<LogLine> {
  for (const file of files) yield* readLogLines(numbered(file))
}
