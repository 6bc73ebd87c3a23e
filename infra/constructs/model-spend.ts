import type { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { type ModelPrice, modelPrice } from '../cost/price-list.ts'
import type { TurnMetrics } from './turn-metrics.ts'

export interface SpendProps {
  readonly turns: TurnMetrics
  readonly models: readonly string[]
  /** Whether prompts are kept by the models. */
  readonly cached: boolean
  readonly period: Duration
}

const million = 1_000_000

const ofOne = (model: string, at: number, price: ModelPrice, { turns, cached, period }: SpendProps): MathExpression => {
  const look = { period, statistic: Stats.SUM }
  const [input, output, read] = [`input${at}`, `output${at}`, `read${at}`]
  const fresh = new MathExpression({
    expression: `(${input} * ${price.inputPerMillion} + ${output} * ${price.outputPerMillion}) / ${million}`,
    usingMetrics: {
      [input]: turns.tokens('InputTokens', model, look),
      [output]: turns.tokens('OutputTokens', model, look),
    },
    label: model,
    period,
  })
  if (!cached) return fresh
  const kept = new MathExpression({
    expression: `${read} * ${price.cacheReadPerMillion} / ${million}`,
    usingMetrics: { [read]: turns.tokens('CacheReadTokens', model, look) },
    period,
  })
  return together([fresh, kept], [`fresh${at}`, `kept${at}`], model, period)
}

/** As a sum, unlike a plus, it is one where a series has nothing at all. */
const together = (parts: readonly IMetric[], names: readonly string[], label: string, period: Duration) =>
  new MathExpression({
    expression: `SUM([${names.join(', ')}])`,
    usingMetrics: Object.fromEntries(parts.map((part, at) => [names[at] ?? '', part])),
    label,
    period,
  })

/** Dollars by model, as the price list has them; a model that it does not know is left out. */
export const spendByModel = (props: SpendProps): readonly MathExpression[] =>
  props.models.flatMap((model, at) => {
    const price = modelPrice(model)
    return price ? [ofOne(model, at, price, props)] : []
  })

/** Models whose tokens are counted and whose dollars are not. */
export const unpriced = (models: readonly string[]): readonly string[] => models.filter((model) => !modelPrice(model))

/** Dollars of all of them; a fallback that was not asked is none. */
export const spendTogether = (props: SpendProps): IMetric => {
  const [first, ...others] = spendByModel(props)
  if (!first) throw new Error(`no price is known of ${props.models.join(', ')}: see infra/cost/price-list.ts`)
  if (others.length === 0) return first
  const all = [first, ...others]
  const names = all.map((_, at) => `spend${at}`)
  return together(all, names, 'dollars', props.period)
}
