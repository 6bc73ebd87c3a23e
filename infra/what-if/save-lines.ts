import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type LogLine, writeLogLine } from '#shared/report/log-lines.ts'

/** Hands the lines on, and writes them to a file on the way, readable by its owner alone. */
export async function* savedTo(file: string, lines: AsyncIterable<LogLine>): AsyncGenerator<LogLine> {
  const stored = createWriteStream(file, { mode: 0o600 })
  const written = finished(stored)
  const writer = file.endsWith('.gz') ? createGzip() : stored
  if (writer !== stored) writer.pipe(stored)
  for await (const line of lines) {
    if (!writer.write(writeLogLine(line))) await Promise.race([once(writer, 'drain'), written])
    yield line
  }
  writer.end()
  await written
}
