import { beforeAll, describe, expect, test } from 'vitest'
import { type DoorId, folderName } from '#infra/bundle/door-entries.ts'
import { type Counted, counted } from '#infra/constructs/counted-metrics.ts'
import { keepExports } from '#shared/export/keep-exports.ts'
import { syncKnowledge } from '#shared/knowledge/sync.ts'
import { type Figure, figuresOf } from '#shared/log/figures.ts'
import type { Log } from '#shared/log/log.ts'
import { metricsAlarmed, metricsShown, metricText, widgetsOf } from '#tests/infra/dashboard-body.ts'
import { resourcesOf } from '#tests/infra/read-template.ts'
import { sampleTemplate } from '#tests/infra/sample-stack.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { type CountedBy, countedCompany, type Played, playCounted } from './counted-in-the-world.ts'

const config = testConfig({ ...countedCompany, knowledge: { folder: 'knowledge', store: 'bedrock' }, export: {} })
const template = sampleTemplate(config)
const widgets = widgetsOf(template)
const ours = (metrics: ReturnType<typeof metricsShown>): ReadonlySet<string> =>
  new Set(metrics.filter(({ namespace }) => namespace === 'Baton').map(metricText))
const shown = ours(metricsShown(widgets))
const alarmed = ours(metricsAlarmed(template))

/** As CloudWatch names what a door's EMF line holds. */
const emitted = ({ door, figure: { name, by } }: CountedBy): string =>
  metricText({
    namespace: 'Baton',
    name,
    dimensions: { service: folderName(door as DoorId), ...(by && { [by.name]: by.value }) },
  })

interface Filter {
  readonly FilterPattern: string
  readonly MetricTransformations: readonly {
    readonly MetricName: string
    readonly MetricValue: string
    readonly Dimensions?: readonly { readonly Key: string; readonly Value: string }[]
  }[]
}

/** What a filter of the template makes of a line; such patterns as it has, and no others. */
const holds = (condition: string, line: Readonly<Record<string, unknown>>): boolean => {
  const [, field = '', operator, value = ''] = /^\(?\$\.(\w+) (=|>) "?([^")]*)"?\)?$/.exec(condition.trim()) ?? []
  if (operator === undefined) throw new Error(`cannot read the condition ${condition}`)
  if (operator === '>') return Number(line[field]) > Number(value)
  return value === '*' ? line[field] !== undefined : line[field] === value
}

const countedFromLine = ({ line }: Played['lines'][number]): readonly { metric: string; value: number }[] =>
  Object.values(resourcesOf(template, 'AWS::Logs::MetricFilter')).flatMap(({ Properties }) => {
    const { FilterPattern, MetricTransformations } = Properties as unknown as Filter
    const conditions = FilterPattern.replace(/^\{|\}$/g, '').split('&&')
    if (!conditions.every((condition) => holds(condition, line))) return []
    return MetricTransformations.map(({ MetricName: name, MetricValue, Dimensions = [] }) => ({
      metric: metricText({
        namespace: 'Baton',
        name,
        dimensions: Object.fromEntries(Dimensions.map(({ Key, Value }) => [Key, String(line[Value.slice(2)])])),
      }),
      value: MetricValue.startsWith('$.') ? Number(line[MetricValue.slice(2)]) : Number(MetricValue),
    }))
  })

/** What a door that the world has not counts in its story. */
const figuresIn = async (story: (log: Log) => Promise<unknown>): Promise<readonly Figure[]> => {
  const figures: Figure[] = []
  await story((event) => figures.push(...figuresOf(event)))
  return figures
}

const failedSync: Parameters<typeof figuresIn>[0] = (log) => {
  const job = { id: 'j', status: 'failed', startedAt: 2, documents: 0, failedDocuments: 1 } as const
  const ingestion = { newest: async () => job, start: async () => undefined }
  return syncKnowledge({ ingestion, log }, { changedAt: 1, changes: 1 })
}

const lateExport: Parameters<typeof figuresIn>[0] = (log) => {
  const nothing = async () => undefined
  const look = async () => ({ exports: [{ prefix: 'exports/monday/', startedAt: 0 }] })
  const files = { look, show: nothing, remove: nothing, removeResults: nothing, forget: async () => 0 }
  return keepExports({ files, exports: { start: nothing }, log }, { hour: 3 }, 40 * 3_600_000)
}

describe('what the doors count, played', () => {
  let played: Played
  let byFigure: readonly CountedBy[]
  beforeAll(async () => {
    played = await playCounted()
    const synced = (await figuresIn(failedSync)).map((figure) => ({ door: 'SyncKnowledge', figure }))
    const exported = (await figuresIn(lateExport)).map((figure) => ({ door: 'ExportTable', figure }))
    byFigure = [...played.figures, ...synced, ...exported]
  }, 60_000)

  const fromLines = () =>
    played.lines.filter(({ door }) => door === 'TakeTurn').flatMap((line) => countedFromLine(line))

  test('every metric there is was counted by some door, and by no door but those it is said to be of', () => {
    const doors = new Map<string, Set<string>>()
    for (const { door, figure } of byFigure) doors.set(figure.name, (doors.get(figure.name) ?? new Set()).add(door))
    const said = Object.entries<Counted>(counted).map(([name, { doors: of }]) => [name, [...of].sort()])

    expect([...doors].map(([name, of]) => [name, [...of].sort()]).sort()).toEqual(said.sort())
  })

  test('each is told apart as it is said to be', () => {
    for (const { figure } of byFigure) expect((counted[figure.name] as Counted).by).toBe(figure.by?.name)
  })

  test('all of it is shown on the dashboard: nothing is paid for that nobody sees', () => {
    const all = new Set([...byFigure.map(emitted), ...fromLines().map(({ metric }) => metric)])

    expect([...all].filter((metric) => !shown.has(metric))).toEqual([])
  })

  test('and all that the dashboard and the alarms name is counted by somebody', () => {
    const kinds = new Set([...byFigure.map(emitted), ...fromLines().map(({ metric }) => metric)].map(withoutValues))
    const named = new Set([...shown, ...alarmed].map(withoutValues))

    expect([...named].filter((kind) => !kinds.has(kind))).toEqual([])
    expect([...kinds].filter((kind) => !named.has(kind))).toEqual([])
  })

  test('tokens are those of the lines: what is kept of a prompt counts as read, what is read again counts apart', () => {
    const sums = new Map<string, number>()
    for (const { metric, value } of fromLines()) sums.set(metric, (sums.get(metric) ?? 0) + value)
    const turns = played.lines.filter(
      ({ line }) => line.message === 'turn.answered' || line.message === 'turn.handed-off',
    )
    const ofLines = (field: string) => turns.reduce((sum, { line }) => sum + Number(line[field] ?? 0), 0)
    const of = 'model=us.amazon.nova-2-lite-v1:0'

    expect(sums.get(`Baton InputTokens ${of}`)).toBe(ofLines('inputTokens') + ofLines('cacheWriteTokens'))
    expect(sums.get(`Baton OutputTokens ${of}`)).toBe(ofLines('outputTokens'))
    expect(sums.get(`Baton CacheReadTokens ${of}`)).toBe(ofLines('cacheReadTokens'))
    expect(sums.get('Baton TurnsAnswered')).toBe(turns.filter(({ line }) => line.message === 'turn.answered').length)
    expect(ofLines('cacheReadTokens')).toBeGreaterThan(0)
  })
})

/** `service=sweep team=care` is of a kind with `service=sweep team=billing`. */
const withoutValues = (metric: string): string => metric.replace(/\b(team|trigger|channel|model)=\S+/g, '$1')
