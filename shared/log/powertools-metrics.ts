import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { Log, LogEvent } from './log.ts'

interface Figure {
  readonly name: string
  readonly unit: (typeof MetricUnit)[keyof typeof MetricUnit]
  readonly value: number
}

const one = (name: string): Figure => ({ name, unit: MetricUnit.Count, value: 1 })
const seconds = (name: string, value: number): Figure => ({ name, unit: MetricUnit.Seconds, value })

/** What operations look at; a metric costs by its name, so only what an alarm or a graph uses has one. */
export const figuresOf = (event: LogEvent): readonly Figure[] => {
  switch (event.event) {
    case 'turn.answered':
      return [one('TurnsAnswered')]
    case 'turn.handed-off':
      return [
        one(event.kind === 'topic' ? 'TopicHandoffs' : 'FailureHandoffs'),
        seconds('WaitBeforeHandoff', event.waitBeforeSeconds),
      ]
    case 'line.claimed':
      return [seconds('WaitAfterHandoff', event.waitAfterSeconds)]
    case 'line.lease-expired':
      return [one('LeasesExpired')]
    case 'routing.unknown-team':
      return [one('RoutedToUnknownTeam')]
    case 'knowledge.sync-failed':
      return [one('KnowledgeSyncsFailed')]
    case 'assistant.failed':
      return [one('AssistantFailures')]
    case 'budget.reached':
      return [one(event.percent < 100 ? 'ModelBudgetNearlySpent' : 'ModelBudgetSpent')]
    case 'message.failed':
      return [one('DeliveriesFailed')]
    case 'message.reported':
      return event.to === 'failed' ? [one('DeliveriesFailed')] : []
    default:
      return []
  }
}

/** Events also become CloudWatch metrics, written with the log line that the function writes anyway. */
export const withMetrics =
  (log: Log, metrics: Metrics): Log =>
  (event) => {
    log(event)
    for (const { name, unit, value } of figuresOf(event)) metrics.addMetric(name, unit, value)
  }

export const powertoolsMetrics = (): Metrics => new Metrics()
