import type { BatonConfig } from '#shared/config/config.ts'
import { longestMs } from '#shared/handoff/end-idle.ts'
import { CommandError } from '../deploy/command/errors.ts'
import { type AttachmentCosts, attachmentCosts } from './attachments.ts'
import { busyMs } from './door-time.ts'
import { type Extra, type ExtrasConfig, extraCosts } from './extras.ts'
import { agentsNeeded, type Limit, limitsAt } from './limits.ts'
import type { LoadRecord } from './load/play-load.ts'
import { noUsage, times } from './load/usage.ts'
import { tokenDollars, tokensOf } from './model-costs.ts'
import { fixedMonthly, keepingMonthly, type MonthlyLine, pollingMonthly, sum } from './monthly.ts'
import { type ModelPrice, modelPrice, models } from './price-list.ts'
import { averageConversation, referenceLoad } from './reference-load.ts'
import type { ModelRow, ScaleRow } from './report-text.ts'
import { type DoorCosts, doorTotal, infrastructureCosts } from './service-costs.ts'
import type { TemplateFacts } from './template-facts.ts'
import { monthlyTraces } from './traces.ts'

export interface CostInput {
  readonly record: LoadRecord
  readonly facts: TemplateFacts
  readonly config: Pick<BatonConfig, 'retention'> & ExtrasConfig
  readonly agents: number
}

/** Dollars a month, and how long; words may end sooner, after so many days. */
export interface Keeping {
  readonly month: number
  readonly months: number
  readonly wordsEnd?: number
}

export interface CostReport {
  /** Dollars per 1,000 conversations, model tokens aside. */
  readonly infrastructure: number
  readonly budget: number
  readonly model: ModelPrice
  readonly doors: DoorCosts
  readonly tokensPerConversation: { readonly input: number; readonly output: number; readonly calls: number }
  readonly models: readonly ModelRow[]
  readonly fixed: readonly MonthlyLine[]
  readonly agents: number
  readonly agentsPolling: number
  /** Of the records of 1,000 conversations: for each month, and over the whole time they are kept. */
  readonly keeping: Keeping
  /** What customers send along, on top of all else; undefined where no connected channel has files. */
  readonly attachments: AttachmentCosts | undefined
  /** Beside the load that was played. */
  readonly extras: readonly Extra[]
  readonly scales: readonly ScaleRow[]
  readonly limits: readonly { readonly conversations: number; readonly limits: readonly Limit[] }[]
}

const thousand = 1_000
const budget = 0.1
const conversationCounts = [10_000, 100_000, 1_000_000, 10_000_000]

const modelOf = (id: string): ModelPrice => {
  const found = modelPrice(id)
  if (!found) throw new CommandError(`model "${id}" has no price: add it to infra/cost/price-list.ts`)
  return found
}

const keepingOf = (bytes: number, { retention: { recordDays, textDays } }: CostInput['config']): Keeping => ({
  month: keepingMonthly(bytes) * thousand,
  months: recordDays / 30,
  ...(textDays !== undefined && textDays < recordDays && { wordsEnd: textDays }),
})

/** Everything that `npm run cost` says, as figures. */
export const costReport = ({ record, facts, config, agents }: CostInput): CostReport => {
  const model = modelOf(config.model.id)
  const conversation = averageConversation(record)
  const many = times(conversation, thousand)
  const tokens = tokensOf(conversation)
  const doors = infrastructureCosts(many, facts, model.latencyMs)
  const fixed = fixedMonthly(record.emptySweep, facts)
  const onePolling = pollingMonthly(record.idlePoll, facts)
  const { handedOffShare } = referenceLoad
  const { answered, handedOff } = record.keptBytes
  const keptBytes = answered * (1 - handedOffShare) + handedOff * handedOffShare
  const closingsPerSweep = Math.floor(longestMs / busyMs('Sweep', record.closedBySilence.Sweep ?? noUsage))
  const { maxTokens } = config.model
  const scale = { conversation, idlePoll: record.idlePoll, facts, model, maxTokens, closingsPerSweep }
  return {
    infrastructure: doorTotal(doors),
    budget,
    model,
    doors,
    tokensPerConversation: tokens,
    models: models.map((one) => ({
      name: one.name,
      infrastructure: doorTotal(infrastructureCosts(many, facts, one.latencyMs)),
      tokens: tokenDollars(tokens, one) * thousand,
    })),
    fixed,
    agents,
    agentsPolling: onePolling * agents,
    keeping: keepingOf(keptBytes, config),
    extras: extraCosts({ config, facts, calls: tokens.calls, keptBytes }),
    attachments: facts.buckets > 0 ? attachmentCosts(facts, config.retention) : undefined,
    scales: conversationCounts.map((conversations) => ({
      conversations,
      infrastructure: (doorTotal(doors) * conversations) / thousand,
      tokens: tokenDollars(tokens, model) * conversations,
      fixed: sum(fixed),
      agents: agentsNeeded(conversations),
      polling: onePolling * agentsNeeded(conversations),
      traces: monthlyTraces({
        ...{ conversation, facts },
        conversationsPerMonth: conversations,
        agents: agentsNeeded(conversations),
      }),
    })),
    limits: conversationCounts.map((conversationsPerMonth) => ({
      conversations: conversationsPerMonth,
      limits: limitsAt({ ...scale, conversationsPerMonth }),
    })),
  }
}
