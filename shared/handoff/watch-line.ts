import type { Team } from '../config/config.ts'
import type { LineReader } from '../line/line-reader.ts'
import type { Log } from '../log/log.ts'
import { isOpen, openSince } from '../routing/hours.ts'

export interface WatchLinePorts {
  readonly line: Pick<LineReader, 'measure'>
  readonly clock: () => number
  readonly log: Log
}

/** A line longer than this is just long, and claims find work in it without being woken. */
const countedAtMost = 1_000

const secondsSince = (then: number, now: number): number => Math.max(0, Math.round((now - then) / 1_000))

/** Tells how long a team's line is, and how long its longest wait. Returns how many wait. */
export const watchLine = async (
  { line, clock, log }: WatchLinePorts,
  { hours }: Pick<Team, 'hours'>,
  team: string,
): Promise<number> => {
  const { waiting, since } = await line.measure(team, countedAtMost)
  const now = clock()
  const at = new Date(now)
  // Who came at night waits for nobody's lapse before the morning.
  const opened = openSince(hours, at)?.getTime() ?? 0
  log({
    event: 'line.watched',
    team,
    waiting,
    longestSeconds: secondsSince(since ?? now, now),
    ...(isOpen(hours, at) && { openSeconds: secondsSince(Math.max(since ?? now, opened), now) }),
  })
  return waiting
}
