/** Words of a run-on message that are judged together; voice-to-text knows no full stops. */
const LONGEST = 28
const STRIDE = 7
/** Of more words than this no sum is taken: faint hints would add up to a certainty. */
const WHOLE = 60

/** From a text's token to before another. */
export type Window = readonly [from: number, to: number]

/**
 * Where something may be said: each sentence, each two in a row, stretches of a long one, and the whole.
 * `edges` are the first token of each sentence, and the end.
 */
export const windowsOf = (edges: readonly number[]): readonly Window[] => {
  const windows: Window[] = []
  const sentences = edges.length - 1
  const add = (from: number, to: number): void => {
    if (to - from <= WHOLE) windows.push([from, to])
  }
  for (let at = 0; at < sentences; at++) {
    const from = edges[at] ?? 0
    const to = edges[at + 1] ?? from
    add(from, to)
    if (at + 2 <= sentences) add(from, edges[at + 2] ?? to)
    if (to - from > LONGEST)
      for (let start = from; start < to; start += STRIDE) add(start, Math.min(to, start + LONGEST))
  }
  if (sentences > 2) add(0, edges[sentences] ?? 0)
  return windows
}
