const every = 10_000
const redrawMs = 200

export interface Progress {
  /** @param at when the turn was taken, epoch milliseconds */
  tell(turns: number, at: number): void
  end(turns: number): void
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** One line that is written over where somebody looks on; elsewhere a line for each ten thousand turns. */
export const openProgress = (
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  clock: () => number = () => performance.now(),
): Progress => {
  const started = clock()
  let drawnAt = started
  const passed = (turns: number): string => `${turns} turns in ${((clock() - started) / 1_000).toFixed(1)} s`
  const draw = (text: string): void => void output.write(output.isTTY ? `\r\x1b[K${text}` : `${text}\n`)
  return {
    tell: (turns, at) => {
      if (output.isTTY ? clock() - drawnAt < redrawMs : turns % every > 0) return
      drawnAt = clock()
      draw(`${passed(turns)}, ${day(at)}`)
    },
    end: (turns) => {
      draw(passed(turns))
      if (output.isTTY) output.write('\n')
    },
  }
}
