import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { modelIds } from '#shared/config/model-families.ts'
import { countedMetric } from '../counted-metrics.ts'
import { spendByModel, unpriced } from '../model-spend.ts'
import type { TurnMetrics } from '../turn-metrics.ts'
import { graph, half, heading, hourly, often, quarter, type Row } from './graph.ts'

/** A model's name is long, and says nothing where there is one. */
const named = (label: string, model: string, models: readonly string[]): string =>
  models.length > 1 ? `${label}, ${model}` : label

/** Bedrock's own, of every call of the account: nothing is paid for it. */
const latencies = (models: readonly string[]) =>
  models.flatMap((ModelId) =>
    ([50, 90] as const).map(
      (of) =>
        new Metric({
          namespace: 'AWS/Bedrock',
          metricName: 'InvocationLatency',
          dimensionsMap: { ModelId },
          statistic: Stats.percentile(of),
          period: often,
          label: named(of === 50 ? 'half of the calls' : 'nine in ten', ModelId, models),
        }),
    ),
  )

const tokens = (turns: TurnMetrics, models: readonly string[], cached: boolean) =>
  models.flatMap((model) =>
    (['InputTokens', 'OutputTokens', ...(cached ? (['CacheReadTokens'] as const) : [])] as const).map((name) =>
      turns.tokens(name, model, { statistic: Stats.SUM, period: hourly, label: named(said[name], model, models) }),
    ),
  )

const said = { InputTokens: 'read', OutputTokens: 'written', CacheReadTokens: 'read from its cache' } as const

/** Errors, latency, tokens and spend. */
export const ofModels = (
  scope: Construct,
  { model }: Pick<BatonConfig, 'model'>,
  turns: TurnMetrics,
): readonly Row[] => {
  const [models, cached] = [modelIds(model), model.cache]
  const summed = { statistic: Stats.SUM, period: often }
  const failures = [
    countedMetric(scope, 'AssistantFailures', 'TakeTurn', { ...summed, label: 'calls that failed' }),
    countedMetric(scope, 'Handoffs', 'TakeTurn', {
      ...summed,
      of: 'assistant-unavailable',
      label: 'handed off for want of an answer',
    }),
  ]
  const spend = spendByModel({ turns, models, cached, period: hourly })
  const dollars = graph(
    unpriced(models).length > 0 ? 'Spend in an hour, where prices are known' : 'Spend in an hour',
    quarter,
    spend,
    { stacked: true, axis: 'US dollars' },
  )
  return [
    heading('## The model'),
    [
      graph('Errors of the model', quarter, failures, { axis: 'count' }),
      graph('How long its calls take', quarter, latencies(models), { axis: 'ms' }),
      graph('Tokens in an hour', spend.length > 0 ? quarter : half, tokens(turns, models, cached), {
        stacked: true,
        axis: 'tokens',
      }),
      ...(spend.length > 0 ? [dollars] : []),
    ],
  ]
}
