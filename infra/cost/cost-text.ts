import { attachmentText } from './attachments.ts'
import type { CostReport } from './cost-report.ts'
import { extrasText } from './extras.ts'
import { charactersPerToken } from './model-costs.ts'
import { polling, sum } from './monthly.ts'
import { referenceLoad } from './reference-load.ts'
import {
  doorTable,
  limitLines,
  limitTable,
  modelTable,
  monthlyLines,
  priceNotes,
  scaleTable,
  traceLines,
} from './report-text.ts'

const money = (dollars: number, digits: number) => `$${dollars.toFixed(digits)}`

const verdict = ({ infrastructure, budget }: CostReport): string =>
  `infrastructure: ${money(infrastructure, 4)} per 1,000 conversations, model tokens and traces aside; budget ${money(budget, 2)}: ${
    infrastructure <= budget ? 'kept' : 'EXCEEDED'
  }`

const loadWords = (): string => {
  const { messages, handedOffShare, busiestHourShare, busiestSecondFactor } = referenceLoad
  return `load: conversations of ${messages} messages, ${handedOffShare * 100} % handed off at the fourth, served and resolved; ${
    busiestHourShare * 100
  } % of a day in its busiest hour, ${busiestSecondFactor} times that in its busiest second`
}

const tokenWords = ({ tokensPerConversation: { input, output, calls } }: CostReport): string =>
  `tokens: ${calls.toFixed(2)} model calls a conversation, ${Math.round(input)} tokens in and ${Math.round(
    output,
  )} out, counted from the prompts at ${charactersPerToken} characters each; the stand-in's answers are shorter than a model's may be`

/** How much of a conversation's records its words are was not measured. */
const wordsEndWords = (days: number | undefined): string =>
  days === undefined ? '' : `; at most, for words end after the ${days} days of config.retention.textDays`

const keepingWords = ({ keeping: { month, months, wordsEnd } }: CostReport): string =>
  months > 0
    ? `keeping records: ${money(month, 4)} per 1,000 conversations and month, ${money(month * months, 3)} over the ${Math.round(
        months,
      )} months of config.retention.recordDays${wordsEndWords(wordsEnd)}`
    : `keeping records: ${money(month, 4)} per 1,000 conversations and month, for good (config.retention.recordDays is 0)`

const section = (title: string, text: string): string => `${title}\n${text}`

/** The figures as a page to read. */
export const reportText = (report: CostReport): string =>
  [
    verdict(report),
    `${loadWords()}\nmodel: ${report.model.name}, ${report.model.latencyMs} ms a call (stated, as all times: infra/cost/durations.ts)`,
    doorTable(report.doors),
    section('By model, per 1,000 conversations', `${modelTable(report.models)}\n${tokenWords(report)}`),
    section(
      `Each month, whatever happens: ${money(sum(report.fixed), 2)}`,
      `${monthlyLines(report.fixed)}\n${keepingWords(report)}`,
    ),
    section(
      `${report.agents} agents looking for work: ${money(report.agentsPolling, 2)} a month`,
      `each ${polling.hoursPerDay} h on ${polling.daysPerMonth} days, a poll every ${polling.secondsBetween} s that finds nobody`,
    ),
    section('On top of the load that was played', extrasText(report.extras)),
    ...(report.attachments ? [section('1,000 attachments, on top', attachmentText(report.attachments))] : []),
    section('Each month, by conversations', scaleTable(report.scales)),
    ...(report.scales.some(({ traces }) => traces.runs > 0)
      ? [
          section(
            'Traces (config.tracing): the first run of a door in each second, and 5 % of the others',
            traceLines(report.scales),
          ),
        ]
      : []),
    section(
      'Which limit is met first',
      report.limits.map(({ conversations, limits }) => limitLines(conversations, limits)).join('\n'),
    ),
    `${limitTable(report.limits)}\nEventBridge Scheduler runs once a minute and once a week, whatever the load.`,
    priceNotes(),
  ].join('\n\n')
