import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, type IFilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type MetricLook, metricsNamespace } from './counted-metrics.ts'
import type { Door } from './door.ts'

export type TurnMetricName = 'TurnsAnswered' | 'InputTokens' | 'OutputTokens' | 'CacheReadTokens'

export interface TurnMetricsProps {
  readonly takeTurn: Door
  /** Whether prompts are kept by the model, and what is read again is counted apart. */
  readonly cached: boolean
}

/** Fields of `turn.answered` and `turn.handed-off`, by the metric that they add to. What a model keeps is paid for as input. */
const tokenFields: readonly (readonly [TurnMetricName, field: string, cached: boolean])[] = [
  ['InputTokens', 'inputTokens', false],
  ['InputTokens', 'cacheWriteTokens', true],
  ['OutputTokens', 'outputTokens', false],
  ['CacheReadTokens', 'cacheReadTokens', true],
]

/**
 * What comes about with every turn is counted from the line that it logs anyway: an EMF line each would cost as much again,
 * and these come at the same price by the month (ADR 0083).
 */
export class TurnMetrics extends Construct {
  private readonly namespace: string
  private readonly takeTurn: Door

  constructor(scope: Construct, id: string, { takeTurn, cached }: TurnMetricsProps) {
    super(scope, id)
    this.namespace = metricsNamespace(this)
    this.takeTurn = takeTurn
    this.filter('Answered', 'TurnsAnswered', FilterPattern.stringValue('$.message', '=', 'turn.answered'))
    for (const [metric, field, ofCache] of tokenFields) {
      if (ofCache && !cached) continue
      const pattern = FilterPattern.all(
        FilterPattern.numberValue(`$.${field}`, '>', 0),
        FilterPattern.stringValue('$.model', '=', '*'),
      )
      this.filter(field, metric, pattern, { metricValue: `$.${field}`, dimensions: { model: '$.model' } })
    }
  }

  answered(look: MetricLook): Metric {
    return new Metric({ namespace: this.namespace, metricName: 'TurnsAnswered', ...look })
  }

  tokens(metricName: Exclude<TurnMetricName, 'TurnsAnswered'>, model: string, look: MetricLook): Metric {
    return new Metric({ namespace: this.namespace, metricName, dimensionsMap: { model }, ...look })
  }

  private filter(
    id: string,
    metricName: TurnMetricName,
    filterPattern: IFilterPattern,
    counting: { readonly metricValue?: string; readonly dimensions?: Record<string, string> } = {},
  ): void {
    new MetricFilter(this, id, {
      logGroup: this.takeTurn.log,
      metricNamespace: this.namespace,
      metricName,
      filterPattern,
      metricValue: '1',
      ...counting,
    })
  }
}
