/** What may be told of each team's wait, as the sweep last saw it. */
export interface Estimates {
  readonly at: number
  /** A bound for each team that one can be told of. */
  readonly minutes: Readonly<Record<string, number>>
}

/** One small record for all teams. */
export interface EstimateStore {
  read(): Promise<Estimates | undefined>
  write(estimates: Estimates): Promise<void>
}
