import type { Template } from 'aws-cdk-lib/assertions'
import { plain, resourcesOf } from './read-template.ts'

type Written = string | number | { readonly [name: string]: unknown }

export interface Widget {
  readonly type: 'metric' | 'text' | 'alarm'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly properties: {
    readonly title?: string
    readonly markdown?: string
    readonly alarms?: readonly string[]
    readonly metrics?: readonly (readonly Written[])[]
  }
}

/** One metric of CloudWatch, by all that tells it from others. */
export interface ShownMetric {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** The dashboard as CloudWatch reads it; references stand as logical ids without their hash. */
export const widgetsOf = (template: Template): readonly Widget[] => {
  const [board] = Object.values(resourcesOf(template, 'AWS::CloudWatch::Dashboard'))
  if (!board) throw new Error('the stack has no dashboard')
  return JSON.parse(plain(board.Properties.DashboardBody)).widgets
}

/** In a widget the last dimensions are followed by how a metric is drawn; an expression is nothing but that. */
const readMetric = (row: readonly Written[]): ShownMetric | undefined => {
  const words = row.filter((word) => typeof word === 'string' || typeof word === 'number').map(String)
  const [namespace, name, ...dimensions] = words
  if (namespace === undefined || name === undefined) return undefined
  const pairs = dimensions.flatMap((word, at) => (at % 2 === 0 ? [[word, dimensions[at + 1] ?? ''] as const] : []))
  return { namespace, name, dimensions: Object.fromEntries(pairs) }
}

export const metricsShown = (widgets: readonly Widget[]): readonly ShownMetric[] =>
  widgets.flatMap(({ properties }) => (properties.metrics ?? []).flatMap((row) => readMetric(row) ?? []))

interface AlarmProperties {
  readonly Namespace?: string
  readonly MetricName?: string
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[]
  readonly Metrics?: readonly { readonly MetricStat?: { readonly Metric: AlarmProperties } }[]
}

const ofAlarm = ({ Namespace, MetricName, Dimensions = [], Metrics = [] }: AlarmProperties): readonly ShownMetric[] => [
  ...(Namespace && MetricName
    ? [
        {
          namespace: Namespace,
          name: MetricName,
          dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, plain(Value)])),
        },
      ]
    : []),
  ...Metrics.flatMap(({ MetricStat }) => (MetricStat ? ofAlarm(MetricStat.Metric) : [])),
]

export const metricsAlarmed = (template: Template): readonly ShownMetric[] =>
  Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).flatMap(({ Properties }) => ofAlarm(Properties))

/** As one text, to compare and to read. */
export const metricText = ({ namespace, name, dimensions }: ShownMetric): string =>
  [
    `${namespace} ${name}`,
    ...Object.entries(dimensions)
      .map(([key, value]) => `${key}=${value}`)
      .sort(),
  ].join(' ')
