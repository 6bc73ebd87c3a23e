import { type Duration, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { Apart, FigureName } from '#shared/log/figures.ts'
import { type DoorId, folderName } from '../bundle/door-entries.ts'

/** Where the doors' own metrics are found in CloudWatch: a second stage in the account counts apart. */
export const metricsNamespace = (scope: Construct): string => Stack.of(scope).stackName

export interface Counted {
  /** Who counts it; each costs by the month. */
  readonly doors: readonly DoorId[]
  /** What it is told apart by, each value again at that price. */
  readonly by?: Apart
}

/** Everything that `shared/log` counts, and which doors come to it. */
export const counted = {
  Handoffs: { doors: ['TakeTurn'], by: 'trigger' },
  WaitBeforeHandoff: { doors: ['TakeTurn'] },
  WaitAfterHandoff: { doors: ['AgentApi'] },
  LeasesExpired: { doors: ['AgentApi', 'Sweep'] },
  LineLength: { doors: ['Sweep'], by: 'team' },
  LongestWait: { doors: ['Sweep'], by: 'team' },
  LongestWaitWhileOpen: { doors: ['Sweep'] },
  RoutedToUnknownTeam: { doors: ['TakeTurn'] },
  KnowledgeSyncsFailed: { doors: ['SyncKnowledge'] },
  ExportsLate: { doors: ['ExportTable'] },
  AssistantFailures: { doors: ['TakeTurn'] },
  ModelBudgetNearlySpent: { doors: ['TakeTurn'] },
  ModelBudgetSpent: { doors: ['TakeTurn'] },
  DeliveriesFailed: { doors: ['DeliverMessage'], by: 'channel' },
} as const satisfies Record<FigureName, Counted>

export interface MetricLook {
  readonly statistic: string
  readonly period: Duration
  readonly label?: string
}

/** One of them, as one door counts it, and of one team, trigger or channel. */
export const countedMetric = (
  scope: Construct,
  metricName: FigureName,
  door: DoorId,
  look: MetricLook & { readonly of?: string },
): Metric => {
  const { by }: Counted = counted[metricName]
  const { of, ...rest } = look
  if ((by === undefined) !== (of === undefined))
    throw new Error(`metric ${metricName} is told apart by ${by ?? 'nothing'}, and asked for of ${of ?? 'nothing'}`)
  return new Metric({
    namespace: metricsNamespace(scope),
    metricName,
    dimensionsMap: { service: folderName(door), ...(by && of !== undefined && { [by]: of }) },
    ...rest,
  })
}
