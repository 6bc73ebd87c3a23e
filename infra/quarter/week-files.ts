import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type LogLine, timeOf, writeLogLine } from '#shared/report/log-lines.ts'
import { weekAt } from '#shared/report/week.ts'

/** A log as files of a week each, in order of time; of a moment in the order told. */
export interface WeekFiles {
  /** A handoff that is open: its week waits for what becomes of it. */
  expect(time: number): void
  /** That handoff, or any other record. */
  tell(line: LogLine, wasExpected?: boolean): void
  /** Writes every week that is over and waits for nothing. */
  flush(now: number): Promise<void>
  /** Writes what is left. */
  end(): Promise<Written>
}

export interface Written {
  readonly files: readonly string[]
  readonly lines: number
  readonly bytes: number
  readonly gzippedBytes: number
}

interface Week {
  readonly id: string
  readonly to: number
  open: number
  /** As they will be written: texts would take twice the room. */
  readonly lines: { readonly time: number; readonly text: Buffer }[]
}

export const createWeekFiles = (folder: string): WeekFiles => {
  mkdirSync(folder, { recursive: true })
  const weeks = new Map<string, Week>()
  const sum = { lines: 0, bytes: 0, gzippedBytes: 0 }
  const files: string[] = []
  const weekOf = (time: number): Week => {
    const { id, to } = weekAt(time)
    const week = weeks.get(id) ?? { id, to, open: 0, lines: [] }
    weeks.set(id, week)
    return week
  }
  const write = async ({ id, lines }: Week): Promise<void> => {
    const file = join(folder, `${id}.ndjson.gz`)
    // The header of the pack holds no time of day: the same lines are the same bytes.
    const pack = createGzip()
    const out = pack.pipe(createWriteStream(file))
    for (const { text } of lines.toSorted((a, b) => a.time - b.time)) {
      sum.lines += 1
      sum.bytes += text.byteLength
      if (!pack.write(text)) await once(pack, 'drain')
    }
    pack.end()
    await finished(out)
    sum.gzippedBytes += out.bytesWritten
    files.push(file)
    weeks.delete(id)
  }

  return {
    expect: (time) => {
      weekOf(time).open += 1
    },
    tell: (line, wasExpected = false) => {
      const time = timeOf(line)
      const week = weekOf(time)
      if (wasExpected) week.open -= 1
      week.lines.push({ time, text: Buffer.from(writeLogLine(line)) })
    },
    flush: async (now) => {
      for (const week of [...weeks.values()]) if (week.to <= now && week.open === 0) await write(week)
    },
    end: async () => {
      for (const week of [...weeks.values()].toSorted((a, b) => a.to - b.to)) await write(week)
      return { files: files.toSorted(), ...sum }
    },
  }
}
