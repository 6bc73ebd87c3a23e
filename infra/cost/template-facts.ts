import { asList, asNumber, asObject, type Json, type JsonObject } from '../local/json.ts'
import { spokenName } from '../local/stack/identity.ts'

/** What of the synthesised stack costs by the month, or sets a limit. */
export interface TemplateFacts {
  /** Megabytes by door. */
  readonly memory: Readonly<Record<string, number>>
  /** An alarm over several metrics costs as many. */
  readonly alarmMetrics: number
  /** Of the doors' own, each with every value that it is told apart by: the dashboard shows all of them. */
  readonly customMetrics: number
  readonly dashboards: number
  readonly secrets: number
  readonly keys: number
  /** For what customers send along: the report's pages have others. */
  readonly buckets: number
  /** Whether X-Ray follows the doors. */
  readonly isTraced: boolean
  readonly requestsPerSecond: number
  /** Bytes of one line of the API's access log. */
  readonly accessLogBytes: number
}

/** Stands in the place of each `$context` variable: ids are longer, states shorter. */
const variableCharacters = 14

const accessLogBytes = (format: Json | undefined): number =>
  String(format ?? '').replace(/\$context\.[\w.]+/g, 'x'.repeat(variableCharacters)).length

const metricsOf = (alarm: JsonObject): number =>
  Math.max(1, asList(alarm.Metrics).filter((metric) => asObject(metric).MetricStat !== undefined).length)

/** A reference may be any name; which one does not change what is counted. */
const joined = (text: Json | undefined): string => {
  const [, parts] = asList(asObject(text)['Fn::Join'])
  return typeof text === 'string'
    ? text
    : asList(parts)
        .map((part) => (typeof part === 'string' ? part : '<>'))
        .join('')
}

/** A metric's row is namespace, name and dimensions, and then how it is drawn; AWS's own are free. */
const customMetricsOf = (dashboard: JsonObject): readonly string[] => {
  const { widgets } = asObject(JSON.parse(joined(dashboard.DashboardBody)))
  return asList(widgets)
    .flatMap((widget) => asList(asObject(asObject(widget).properties).metrics))
    .map((row) => asList(row).filter((word) => typeof word === 'string'))
    .filter(([namespace = '']) => namespace !== '' && !namespace.startsWith('AWS/'))
    .map((words) => words.join(' '))
}

export const templateFacts = (resources: JsonObject): TemplateFacts => {
  const ofType = (type: string): [string, JsonObject][] =>
    Object.entries(resources)
      .filter(([, resource]) => asObject(resource).Type === type)
      .map(([id, resource]) => [id, asObject(asObject(resource).Properties)])
  const stage = ofType('AWS::ApiGatewayV2::Stage')[0]?.[1] ?? {}
  return {
    memory: Object.fromEntries(
      ofType('AWS::Lambda::Function').map(([id, { MemorySize }]) => [spokenName(id), asNumber(MemorySize, 128)]),
    ),
    alarmMetrics: ofType('AWS::CloudWatch::Alarm').reduce((sum, [, alarm]) => sum + metricsOf(alarm), 0),
    customMetrics: new Set(ofType('AWS::CloudWatch::Dashboard').flatMap(([, board]) => customMetricsOf(board))).size,
    dashboards: ofType('AWS::CloudWatch::Dashboard').length,
    secrets: ofType('AWS::SecretsManager::Secret').length,
    keys: ofType('AWS::KMS::Key').length,
    buckets: ofType('AWS::S3::Bucket').filter(([id]) => id.startsWith('Attachments')).length,
    isTraced: ofType('AWS::Lambda::Function').some(
      ([, { TracingConfig }]) => asObject(TracingConfig).Mode === 'Active',
    ),
    requestsPerSecond: asNumber(asObject(stage.DefaultRouteSettings).ThrottlingRateLimit, 10_000),
    accessLogBytes: accessLogBytes(asObject(stage.AccessLogSettings).Format),
  }
}
