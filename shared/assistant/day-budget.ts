import type { BatonConfig } from '../config/config.ts'
import type { Log } from '../log/log.ts'

export type DayLimits = NonNullable<BatonConfig['model']['budget']>

/** Of all models together, in a day of the company's. */
export interface DaySpending {
  readonly calls: number
  readonly tokens: number
}

/** The one count that all execution environments add to. */
export interface DayCounter {
  /** Adds to the day's count, such as that of `2026-11-23`, and answers all of it. */
  add(day: string, more: DaySpending): Promise<DaySpending>
}

/** What the company lets its models be called for in a day, over all its customers. */
export interface DayBudget {
  /** Whether a model may be called. Asks nobody, except for the first time in a day. */
  hasLeft(now: number): Promise<boolean>
  /** Of what was called. Fails no turn: what could not be counted is counted with the next. */
  count(more: DaySpending, now: number): Promise<void>
}

/** At these shares of the budget somebody is told, once a day. */
const told = [0.8, 1]

const nothing: DaySpending = { calls: 0, tokens: 0 }
const plus = (one: DaySpending, other: DaySpending): DaySpending => ({
  calls: one.calls + other.calls,
  tokens: one.tokens + other.tokens,
})

/** Of the limit that is nearer. */
export const shareOf = ({ calls, tokens }: DaySpending, { callsPerDay, tokensPerDay }: DayLimits): number =>
  Math.max(calls / (callsPerDay ?? Infinity), tokens / (tokensPerDay ?? Infinity))

/** The day's name in a time zone, `2026-11-23`. */
export const dayOf = (now: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)

interface Day {
  readonly name: string
  /** As the counter said last. */
  known: DaySpending
  /** Not added to the counter yet. */
  untold: DaySpending
}

/**
 * Each environment learns the day's total by adding to it, so no call costs a read. What is in flight when the budget is
 * reached is beyond it: with ten threads in a batch, ten drafts for each environment at most.
 */
export const dayBudget = (limits: DayLimits, counter: DayCounter, log: Log): DayBudget => {
  let today: Day | undefined

  const tell = async (day: Day): Promise<void> => {
    const telling = day.untold
    day.untold = nothing
    try {
      const total = await counter.add(day.name, telling)
      // Answers of additions that were made side by side come in any order.
      day.known = { calls: Math.max(day.known.calls, total.calls), tokens: Math.max(day.known.tokens, total.tokens) }
      const before = { calls: total.calls - telling.calls, tokens: total.tokens - telling.tokens }
      // The additions have an order, so one of them alone crosses a line.
      for (const share of told)
        if (shareOf(before, limits) < share && shareOf(total, limits) >= share)
          log({ event: 'budget.reached', percent: share * 100, ...total })
    } catch {
      day.untold = plus(day.untold, telling)
      log({ event: 'budget.not-counted', ...day.untold })
    }
  }

  const dayAt = (now: number): { readonly day: Day; readonly isNew: boolean } => {
    const name = dayOf(now, limits.timeZone)
    if (today?.name === name) return { day: today, isNew: false }
    today = { name, known: nothing, untold: nothing }
    return { day: today, isNew: true }
  }

  return {
    hasLeft: async (now) => {
      const { day, isNew } = dayAt(now)
      // Whoever has just begun would go on calling over a budget that others spent.
      if (isNew) await tell(day)
      return shareOf(plus(day.known, day.untold), limits) < 1
    },
    count: async (more, now) => {
      const { day } = dayAt(now)
      day.untold = plus(day.untold, more)
      await tell(day)
    },
  }
}
