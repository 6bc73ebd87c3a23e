import { type Judging, judgeRow } from './judge-row.ts'
import type { Line } from './lines.ts'
import { RowError, readRow } from './row.ts'

/** Judges line by line, so that any number of rows passes through; a line that cannot be judged is reported and left out. */
export async function* judgeLines(
  lines: AsyncIterable<Line>,
  judging: Judging,
  report: (problem: string) => void,
): AsyncGenerator<string> {
  for await (const { number, text } of lines) {
    if (text === '') continue
    try {
      yield `${JSON.stringify(judgeRow(readRow(text), judging))}\n`
    } catch (error) {
      if (!(error instanceof RowError)) throw error
      report(`line ${number}: ${error.message}`)
    }
  }
}
