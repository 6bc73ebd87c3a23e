import type { BatonConfig } from '../config/config.ts'

/** A waiting conversation as overflow sees it; the line hands in its own entries. */
export interface Waiting {
  readonly team: string
  /** When it entered this team's line, not when it began: a move does not trigger the next one at once. */
  readonly waitingSince: Date
}

export interface Move<Entry extends Waiting> {
  readonly entry: Entry
  readonly to: string
  readonly afterMinutes: number
}

const MINUTE_MS = 60_000

/** Which entries have waited long enough to move, and where to; their place by total time goes with them. */
export const movesDue = <Entry extends Waiting>(
  entries: readonly Entry[],
  { overflow, teams }: Pick<BatonConfig, 'overflow' | 'teams'>,
  at: Date,
): readonly Move<Entry>[] =>
  entries.flatMap((entry) => {
    const waitedMs = at.getTime() - entry.waitingSince.getTime()
    const rule = overflow.find(
      ({ from, to, afterMinutes }) =>
        from === entry.team && to !== from && Object.hasOwn(teams, to) && waitedMs >= afterMinutes * MINUTE_MS,
    )
    return rule ? [{ entry, to: rule.to, afterMinutes: rule.afterMinutes }] : []
  })
