import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { countedMetric } from '../counted-metrics.ts'
import type { Door } from '../door.ts'
import { graph, heading, often, type Row, third } from './graph.ts'

export interface Delivering {
  readonly inbound: Queue
  readonly outbound: Queue
  readonly deadLetters: readonly Queue[]
  readonly api: HttpApi
  readonly doors: Readonly<Record<string, Door>>
}

export const connected = (channels: BatonConfig['channels']): readonly string[] =>
  Object.entries(channels).flatMap(([name, channel]) => (channel ? [name] : []))

/** What must stay at nothing, and is looked at with its alarm. */
const neverMeant = (
  scope: Construct,
  { model, knowledge, export: exported }: Pick<BatonConfig, 'model' | 'knowledge' | 'export'>,
): readonly IMetric[] => {
  const summed = { statistic: Stats.SUM, period: often }
  const budget = [
    countedMetric(scope, 'ModelBudgetNearlySpent', 'TakeTurn', { ...summed, label: '80 % of the model budget' }),
    countedMetric(scope, 'ModelBudgetSpent', 'TakeTurn', { ...summed, label: 'model budget spent' }),
  ]
  const articles = countedMetric(scope, 'KnowledgeSyncsFailed', 'SyncKnowledge', {
    ...summed,
    label: 'articles not taken up',
  })
  const late = countedMetric(scope, 'ExportsLate', 'ExportTable', { ...summed, label: 'export too old' })
  return [
    countedMetric(scope, 'RoutedToUnknownTeam', 'TakeTurn', { ...summed, label: 'routed to a team that is not there' }),
    ...(model.budget ? budget : []),
    ...(knowledge.store === 'bedrock' ? [articles] : []),
    ...(exported ? [late] : []),
  ]
}

/** Where messages get stuck or lost, and which door fails. */
export const delivery = (
  scope: Construct,
  config: Pick<BatonConfig, 'channels' | 'model' | 'knowledge' | 'export'>,
  { inbound, outbound, deadLetters, api, doors }: Delivering,
): readonly Row[] => {
  const [most, summed] = [
    { statistic: Stats.MAXIMUM, period: often },
    { statistic: Stats.SUM, period: often },
  ]
  const failed = connected(config.channels).map((of) =>
    countedMetric(scope, 'DeliveriesFailed', 'DeliverMessage', { ...summed, of, label: of }),
  )
  return [
    heading('## Delivery, and what was given up on'),
    [
      graph('Messages that will not arrive, by channel', third, failed, { axis: 'messages' }),
      graph(
        'Oldest message in a queue',
        third,
        [
          inbound.metricApproximateAgeOfOldestMessage({ ...most, label: 'from customers' }),
          outbound.metricApproximateAgeOfOldestMessage({ ...most, label: 'to customers' }),
        ],
        { axis: 'seconds' },
      ),
      graph(
        'Dead letters',
        third,
        deadLetters.map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ ...most, label: queue.node.id.toLowerCase() }),
        ),
        { axis: 'messages' },
      ),
    ],
    [
      graph(
        'Doors that failed',
        third,
        Object.entries(doors).map(([label, door]) => door.function.metricErrors({ ...summed, label })),
        { axis: 'runs' },
      ),
      graph(
        'Answers of the API that were its own fault',
        third,
        [api.metricServerError({ ...summed, label: 'status 500 or above' })],
        { axis: 'requests' },
      ),
      graph('What should never be', third, neverMeant(scope, config), { axis: 'count' }),
    ],
  ]
}
