/** How long calls are counted together, from the first of them. */
export type SpendingPeriod = 'hour' | 'day'

/** Model calls within the period that began with the first of them. */
export interface Spending {
  readonly since: number
  readonly calls: number
}

/** What is kept of a sender who was met on several threads at once. */
export interface SenderSpending extends Spending {
  /** The one thread that a person got because nothing was left. */
  readonly handedOff?: string
}

/** One sender's, on all threads together. */
export interface SenderSpent {
  readonly hour?: SenderSpending
  readonly day?: SenderSpending
}

export const spendingMs = 3_600_000
const lengths: Readonly<Record<SpendingPeriod, number>> = { hour: spendingMs, day: 24 * spendingMs }
export const periodMs = (period: SpendingPeriod): number => lengths[period]

export const isCounting = <S extends Spending>(
  spending: S | undefined,
  now: number,
  period: SpendingPeriod = 'hour',
): spending is S => spending !== undefined && now < spending.since + periodMs(period)

export const callsIn = (spending: Spending | undefined, now: number, period: SpendingPeriod = 'hour'): number =>
  isCounting(spending, now, period) ? spending.calls : 0

export const withCalls = (
  spending: Spending | undefined,
  calls: number,
  now: number,
  period: SpendingPeriod = 'hour',
): Spending =>
  isCounting(spending, now, period) ? { since: spending.since, calls: spending.calls + calls } : { since: now, calls }
