export interface Lease {
  /** Server time, as is `now`. */
  readonly until: number
  readonly now: number
  readonly leaseSeconds: number
  /** When keyboard or pointer were last used, by this machine's clock, as is `machineNow`. */
  readonly activeAt: number
  readonly machineNow: number
}

/** Whoever has not moved for so long is not there: the conversation goes to somebody who is. */
export const awayAfterMs = 120_000

export const isAway = ({ activeAt, machineNow }: Pick<Lease, 'activeAt' | 'machineNow'>): boolean =>
  machineNow - activeAt > awayAfterMs

/** A lease is begun anew once a third of it is over, by whoever is there. */
export const isDue = ({ until, now, leaseSeconds, ...presence }: Lease): boolean => {
  const left = until - now
  return !isAway(presence) && left > 0 && left < (leaseSeconds * 1_000 * 2) / 3
}
