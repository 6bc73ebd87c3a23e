import { times, type Usage } from './load/usage.ts'
import { dollars, prices } from './price-list.ts'
import { referenceLoad } from './reference-load.ts'
import { doorTotal, infrastructureCosts } from './service-costs.ts'
import type { TemplateFacts } from './template-facts.ts'

export interface MonthlyLine {
  readonly what: string
  readonly dollars: number
}

const minutesPerMonth = referenceLoad.daysPerMonth * 24 * 60
/** Lambda begins with five pollers a queue and may go down to two; each asks for up to 20 s. AWS documents it for standard queues. */
const pollers = { sources: 2, perSource: 5, pollsPerMinute: 3 } as const
/** Doors that read a secret, each environment once in five minutes. */
const secretReads = { doors: 2, perHour: 12 } as const

/** What is paid though nobody writes. */
export const fixedMonthly = (emptySweep: Usage, facts: TemplateFacts): readonly MonthlyLine[] => {
  const emptyReceives = pollers.sources * pollers.perSource * pollers.pollsPerMinute * minutesPerMonth
  const sweeps = doorTotal(infrastructureCosts(times(emptySweep, minutesPerMonth), facts, 0))
  const fetches = secretReads.doors * secretReads.perHour * 24 * referenceLoad.daysPerMonth
  return [
    { what: `${facts.alarmMetrics} alarm metrics`, dollars: dollars('alarm', facts.alarmMetrics) },
    {
      what: `${facts.customMetrics} custom metrics at most: one costs in the hours in which it was counted`,
      dollars: dollars('customMetric', facts.customMetrics),
    },
    {
      what: `${facts.dashboards} dashboard: free among the account's first three, $${prices.dashboard.dollars} beyond`,
      dollars: 0,
    },
    { what: `${facts.secrets} secrets`, dollars: dollars('secret', facts.secrets) },
    {
      what: `secrets read by one warm environment of ${secretReads.doors} doors`,
      dollars: dollars('secretCall', fetches),
    },
    { what: `${facts.keys} customer-managed keys`, dollars: dollars('key', facts.keys) },
    { what: `${minutesPerMonth} runs of the sweep`, dollars: sweeps + dollars('scheduled', minutesPerMonth) },
    {
      what: `${emptyReceives} empty receives of the queues' pollers, less when messages come`,
      dollars: dollars('fifoRequest', emptyReceives),
    },
  ]
}

/** How an agent's screen looks for work while nobody waits. */
export const polling = { secondsBetween: 3, hoursPerDay: 8, daysPerMonth: 22 } as const

/** What one agent's polls cost in a month. */
export const pollingMonthly = (idlePoll: Usage, facts: TemplateFacts): number => {
  const polls = (polling.hoursPerDay * polling.daysPerMonth * 3_600) / polling.secondsBetween
  return doorTotal(infrastructureCosts(times(idlePoll, polls), facts, 0))
}

export const sum = (lines: readonly MonthlyLine[]): number => lines.reduce((total, line) => total + line.dollars, 0)

/** Of one conversation's records, for each month that they are kept: the table and its backup. */
export const keepingMonthly = (storedBytes: number): number =>
  dollars('tableStorage', storedBytes / 1e9) + dollars('tableBackup', storedBytes / 1e9)
