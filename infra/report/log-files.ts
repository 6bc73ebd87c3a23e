import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { LogLineError } from '#shared/report/errors.ts'
import { type LogLine, type NumberedLine, readLogLines } from '#shared/report/log-lines.ts'
import { CommandError } from '../deploy/command/errors.ts'

const isLog = (name: string): boolean => /\.(ndjson|jsonl)(\.gz)?$/.test(name)

/** A file, or all of a folder's in the order of their names. @throws {CommandError} */
export const logFiles = (path: string): readonly string[] => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new CommandError(`--log ${path}: there is no such file or folder`)
  if (!found.isDirectory()) return [path]
  const files = readdirSync(path).filter(isLog).sort()
  if (files.length === 0) throw new CommandError(`--log ${path}: holds no .ndjson or .jsonl, plain or .gz`)
  return files.map((name) => join(path, name))
}

async function* told(file: string, lines: AsyncIterable<LogLine>): AsyncGenerator<LogLine> {
  try {
    yield* lines
  } catch (error) {
    if (error instanceof LogLineError) throw new CommandError(`${file}, ${error.message}`)
    throw error
  }
}

async function* numbered(file: string): AsyncGenerator<NumberedLine> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  let number = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    yield { number: ++number, text }
}

/** @throws {CommandError} at the first line that is none of a log */
export async function* readLogFiles(files: readonly string[]): AsyncGenerator<LogLine> {
  for (const file of files) yield* told(file, readLogLines(numbered(file)))
}
