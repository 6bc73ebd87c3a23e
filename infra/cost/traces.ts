import type { Usage } from './load/usage.ts'
import { polling } from './monthly.ts'
import { dollars } from './price-list.ts'
import { referenceLoad } from './reference-load.ts'
import type { TemplateFacts } from './template-facts.ts'

export interface Traces {
  /** Recorded in a month, of so many runs. */
  readonly recorded: number
  readonly runs: number
  readonly dollars: number
}

/** Lambda's own: the first of a second and this share of the others, which no sampling rule changes. */
const shareOfOthers = 0.05

const { daysPerMonth } = referenceLoad
const secondsPerMonth = daysPerMonth * 86_400
const pollingSeconds = polling.hoursPerDay * polling.daysPerMonth * 3_600

/** Of a door's runs in one second, when they come by chance at this rate. */
const recordedAt = (perSecond: number): number => {
  const first = 1 - Math.exp(-perSecond)
  return first + shareOfOthers * (perSecond - first)
}

const during = (seconds: number, runs: number): { readonly runs: number; readonly recorded: number } => ({
  runs,
  recorded: seconds * recordedAt(runs / seconds),
})

export interface TracedLoad {
  readonly conversationsPerMonth: number
  readonly conversation: Usage
  readonly agents: number
  readonly facts: Pick<TemplateFacts, 'isTraced'>
}

/** A run of a door is a trace of its own; those behind a queue are linked to the one before. Free tier aside. */
export const monthlyTraces = ({ conversationsPerMonth, conversation, agents, facts }: TracedLoad): Traces => {
  if (!facts.isTraced) return { recorded: 0, runs: 0, dollars: 0 }
  const each = [
    ...Object.values(conversation).map(({ invocations }) =>
      during(secondsPerMonth, invocations * conversationsPerMonth),
    ),
    during(pollingSeconds, (agents * pollingSeconds) / polling.secondsBetween),
    during(secondsPerMonth, daysPerMonth * 24 * 60),
  ]
  const sum = (of: 'runs' | 'recorded') => each.reduce((total, one) => total + one[of], 0)
  return { recorded: sum('recorded'), runs: sum('runs'), dollars: dollars('trace', sum('recorded')) }
}
