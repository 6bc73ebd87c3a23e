import type { Log, LogEvent } from '#shared/log/log.ts'
import { powertoolsLog } from '#shared/log/powertools-log.ts'

/** Runs this, and answers what it wrote to standard output and error meanwhile. */
const written = (run: () => void): string => {
  const chunks: string[] = []
  const write = (chunk: string | Uint8Array): boolean => {
    chunks.push(String(chunk))
    return true
  }
  const streams = [process.stdout, process.stderr]
  const before = streams.map((stream) => stream.write)
  for (const stream of streams) stream.write = write as typeof stream.write
  try {
    run()
  } finally {
    for (const [at, stream] of streams.entries()) stream.write = before[at] as typeof stream.write
  }
  return chunks.join('')
}

export interface PrintingLog {
  readonly log: Log
  /** What that event would stand as in the function's log, line by line. */
  readonly linesOf: (event: LogEvent) => readonly string[]
  /** Of all events so far. */
  readonly lines: readonly string[]
}

/** The log of the doors, its lines kept instead of written; at once, since a line says what the work is about right then. */
export const printingLog = (): PrintingLog => {
  const lines: string[] = []
  const real = powertoolsLog()
  const linesOf = (event: LogEvent): readonly string[] => {
    const printed = written(() => real(event))
      .split('\n')
      .filter((line) => line !== '')
    lines.push(...printed)
    return printed
  }
  return { lines, linesOf, log: (event) => void linesOf(event) }
}
