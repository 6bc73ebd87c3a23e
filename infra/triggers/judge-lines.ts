import { type Judging, judgeRow } from './judge-row.ts'
import type { Line } from './lines.ts'
import { RowError, readRow } from './row.ts'

/**
 * Judges line by line, so that any number of rows passes through; a line that cannot be judged is reported and left out.
 * An id that was there before is reported too, and its row judged all the same: what reads them by id misses one.
 */
export async function* judgeLines(
  lines: AsyncIterable<Line>,
  judging: Judging,
  report: (problem: string) => void,
): AsyncGenerator<string> {
  const seen = new Map<string, number>()
  for await (const { number, text } of lines) {
    if (text === '') continue
    try {
      const row = readRow(text)
      const before = seen.get(row.id)
      if (before !== undefined) report(`line ${number}: row.id: "${row.id}" is the id of line ${before} as well`)
      seen.set(row.id, before ?? number)
      yield `${JSON.stringify(judgeRow(row, judging))}\n`
    } catch (error) {
      if (!(error instanceof RowError)) throw error
      report(`line ${number}: ${error.message}`)
    }
  }
}
