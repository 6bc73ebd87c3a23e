/** Model calls within the hour that began with the first of them. */
export interface Spending {
  readonly since: number
  readonly calls: number
}

/** What is kept of a sender who was met on several threads at once. */
export interface SenderSpending extends Spending {
  /** The one thread that a person got because nothing was left. */
  readonly handedOff?: string
}

export const spendingMs = 3_600_000

export const isCounting = <S extends Spending>(spending: S | undefined, now: number): spending is S =>
  spending !== undefined && now < spending.since + spendingMs

export const callsIn = (spending: Spending | undefined, now: number): number =>
  isCounting(spending, now) ? spending.calls : 0

export const withCalls = (spending: Spending | undefined, calls: number, now: number): Spending =>
  isCounting(spending, now) ? { since: spending.since, calls: spending.calls + calls } : { since: now, calls }
