import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { metricsAlarmed, metricsShown, metricText, type Widget, widgetsOf } from './dashboard-body.ts'
import { plain, resourcesOf } from './read-template.ts'
import { everyCompany, inBedrock, sampleStack, sampleTemplate, twentyTeams } from './sample-stack.ts'

interface Environment {
  readonly Variables: Readonly<Record<string, string>>
}

const companies = [...everyCompany, ['one with twenty teams', twentyTeams] as const]

const rowsOf = (widgets: readonly Widget[]): readonly (readonly Widget[])[] => [
  ...Map.groupBy(widgets, ({ y }) => y).values(),
]
const titlesOf = (widgets: readonly Widget[]) =>
  widgets.map(({ properties }) => properties.title ?? properties.markdown ?? '')

describe.each(companies)('the dashboard of %s', (_, sections) => {
  const template = sampleTemplate(sections)
  const widgets = widgetsOf(template)

  test('has rows as wide as the page, each below the other, without a gap', () => {
    let below = 0
    for (const row of rowsOf(widgets)) {
      const [first] = row
      expect(row.map(({ y, height }) => [y, height])).toEqual(row.map(() => [below, first?.height]))
      let beside = 0
      for (const { x, width } of row) {
        expect(x).toBe(beside)
        beside += width
      }
      expect(beside).toBe(24)
      below += first?.height ?? 0
    }
  })

  test('has a title for everything, short enough to be read', () => {
    for (const title of titlesOf(widgets)) expect(title.length).toBeGreaterThan(5)
    expect(titlesOf(widgets).filter((title) => title.length > 50)).toEqual([])
    expect(new Set(titlesOf(widgets)).size).toBe(widgets.length)
  })

  test('shows every alarm, once', () => {
    const shown = widgets.flatMap(({ properties }) => properties.alarms ?? [])
    const alarms = Object.keys(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map((Ref) => plain({ Ref }))

    expect([...shown].sort()).toEqual([...alarms].sort())
  })

  test('has no graph of nothing, and no line twice in one', () => {
    for (const widget of widgets.filter(({ type }) => type === 'metric')) {
      const lines = metricsShown([widget]).map(metricText)
      expect(lines.length).toBeGreaterThan(0)
    }
  })
})

test('it begins with whether anybody waits too long', () => {
  const widgets = widgetsOf(sampleTemplate(inBedrock))

  expect(titlesOf(widgets).slice(0, 4)).toEqual([
    '## Is anybody waiting too long?',
    'Longest wait in each line',
    'Conversations in each line',
    'Alarms: docs/runbook.md says what each asks of you',
  ])
  expect(titlesOf(widgets).filter((title) => title.startsWith('##'))).toEqual([
    '## Is anybody waiting too long?',
    '## How conversations flow',
    '## The model',
    '## Delivery, and what was given up on',
  ])
})

test('the limit of a wait is drawn where the waits are, as it is configured', () => {
  const widgets = widgetsOf(sampleTemplate({ alarms: { longestWaitMinutes: 7 } }))

  expect(JSON.stringify(widgets[1])).toContain('"value":7,"label":"an alarm from 7 minutes"')
})

test('a model without a known price has its tokens shown, and no dollars', () => {
  const widgets = widgetsOf(sampleTemplate({ model: { id: 'us.example.unknown-v1:0' } }))

  expect(titlesOf(widgets)).toContain('Tokens in an hour')
  expect(titlesOf(widgets).filter((title) => title.startsWith('Spend'))).toEqual([])
})

test('a model is named in a graph where there are several', () => {
  const [one, two] = ['us.amazon.nova-2-lite-v1:0', 'us.amazon.nova-micro-v1:0']
  const latencies = (model: object) =>
    JSON.stringify(widgetsOf(sampleTemplate({ model })).find((widget) => titlesOf([widget])[0]?.startsWith('How long')))

  expect(latencies({ id: one })).toContain('"label":"half of the calls"')
  expect(latencies({ id: one, fallbacks: [two] })).toContain(`"label":"half of the calls, ${two}"`)
})

test('where one of several prices is not known, the dollars say so', () => {
  const widgets = widgetsOf(
    sampleTemplate({ model: { id: 'us.amazon.nova-2-lite-v1:0', fallbacks: ['us.example.unknown-v1:0'] } }),
  )

  expect(titlesOf(widgets)).toContain('Spend in an hour, where prices are known')
})

test('a second stage in the account counts apart, and names its queries apart', () => {
  const template = Template.fromStack(
    sampleStack({ model: { id: 'us.amazon.nova-2-lite-v1:0', cache: true } }, 'Baton-test'),
  )
  const own = [...metricsShown(widgetsOf(template)), ...metricsAlarmed(template)]
    .map(({ namespace }) => namespace)
    .filter((namespace) => !namespace.startsWith('AWS/'))
  const doors = Object.values(resourcesOf(template, 'AWS::Lambda::Function')).map(
    ({ Properties }) => (Properties.Environment as Environment).Variables.POWERTOOLS_METRICS_NAMESPACE,
  )
  const filters = Object.values(resourcesOf(template, 'AWS::Logs::MetricFilter')).flatMap(({ Properties }) =>
    (Properties.MetricTransformations as readonly { readonly MetricNamespace: string }[]).map(
      ({ MetricNamespace }) => MetricNamespace,
    ),
  )
  const queries = Object.values(resourcesOf(template, 'AWS::Logs::QueryDefinition')).map(({ Properties }) =>
    String(Properties.Name).replace(/\/.*/, ''),
  )

  expect(new Set([...own, ...doors, ...filters, ...queries])).toEqual(new Set(['Baton-test']))
})
