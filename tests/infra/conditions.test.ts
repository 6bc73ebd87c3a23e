import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { plain, type Resource, resourcesOf } from './read-template.ts'
import { sampleTemplate, withFiles } from './sample-stack.ts'

const model = { id: 'us.amazon.nova-2-lite-v1:0', fallbacks: ['us.amazon.nova-micro-v1:0'], cache: true }
const alarms = { longestWaitMinutes: 20, modelDollarsPerDay: 50 }
const template = sampleTemplate({ model, alarms, channels: { ...withFiles.channels } })

interface Query {
  readonly Id: string
  readonly Expression?: string
  readonly ReturnData?: boolean
  readonly MetricStat?: {
    readonly Period: number
    readonly Stat: string
    readonly Metric: { readonly MetricName: string; readonly Dimensions?: readonly { Name: string; Value: unknown }[] }
  }
}

const alarm = (id: string): Resource['Properties'] => {
  const found = Object.entries(resourcesOf(template, 'AWS::CloudWatch::Alarm')).find(([name]) =>
    name.startsWith(`Alarms${id}`),
  )
  if (!found) throw new Error(`no alarm ${id}`)
  return found[1].Properties
}
const queriesOf = (id: string) => (alarm(id).Metrics ?? []) as readonly Query[]

/** The functions of CloudWatch's metric math that the stack uses, on one point of each series. */
const math = {
  IF: (condition: boolean, yes: number, no: number) => (condition ? yes : no),
  SUM: (parts: readonly (number | undefined)[]) => parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
}

/** What an alarm's expression comes to with these values; a series that is not named has none. */
const worthOf = (id: string, values: Readonly<Record<string, number>>): number => {
  const queries = queriesOf(id)
  const known: Record<string, number | undefined> = {}
  const read = ({ Id, Expression, MetricStat }: Query): number | undefined => {
    if (Expression === undefined) return values[nameOf(MetricStat)]
    const parts = queries.filter((one) => new RegExp(`\\b${one.Id}\\b`).test(Expression) && one.Id !== Id)
    for (const part of parts) known[part.Id] = read(part)
    const value: number = runInNewContext(Expression.replaceAll(' AND ', ' && '), { ...math, ...known })
    return Number.isNaN(value) ? undefined : value
  }
  const returned = queries.find(({ ReturnData, Expression }) => ReturnData !== false && Expression !== undefined)
  if (!returned) throw new Error(`alarm ${id} has no expression`)
  return read(returned) ?? Number.NaN
}
const nameOf = (stat: Query['MetricStat']): string => {
  const of = stat?.Metric.Dimensions?.find(({ Name }) => Name === 'model' || Name === 'channel')
  return [stat?.Metric.MetricName, ...(of ? [plain(of.Value)] : [])].join(' ')
}
const rings = (id: string, values: Readonly<Record<string, number>>): boolean =>
  worthOf(id, values) > Number(alarm(id).Threshold)

test('a wait rings from the minutes that are configured on, whichever open team it is in', () => {
  expect(alarm('LongestWait')).toMatchObject({
    MetricName: 'LongestWaitWhileOpen',
    Statistic: 'Maximum',
    Threshold: 1_200,
    TreatMissingData: 'notBreaching',
  })
})

describe('a model that does not answer rings', () => {
  test.each([
    [3, 10, true],
    [2, 2, false],
    [100, 1_000, true],
    [50, 1_000, false],
    [51, 1_000, true],
  ])('with %d people for want of it in %d runs: %s', (Handoffs, Invocations, expected) => {
    expect(rings('ModelFailing', { Handoffs, Invocations })).toBe(expected)
  })

  test('by the handoffs of that trigger alone', () => {
    const handoffs = queriesOf('ModelFailing').find(({ MetricStat }) => MetricStat?.Metric.MetricName === 'Handoffs')

    expect(handoffs?.MetricStat?.Metric.Dimensions).toContainEqual({ Name: 'trigger', Value: 'assistant-unavailable' })
  })
})

describe('a channel that refuses rings', () => {
  test.each([
    [5, 100, true],
    [4, 4, false],
    [5, 250, false],
    [6, 250, true],
  ])('with %d that failed of %d: %s', (failed, NumberOfMessagesDeleted, expected) => {
    const values = { 'DeliveriesFailed slack': failed, NumberOfMessagesDeleted }

    expect(rings('DeliveryFailingslack', values)).toBe(expected)
  })

  test('each by itself', () => {
    expect(queriesOf('DeliveryFailingtwilio').map(({ MetricStat }) => MetricStat && nameOf(MetricStat))).toContain(
      'DeliveriesFailed twilio',
    )
  })
})

describe('a day of the models', () => {
  const [lite, micro] = ['us.amazon.nova-2-lite-v1:0', 'us.amazon.nova-micro-v1:0']
  const million = 1_000_000

  test('costs what the price list says of each, also where a fallback was not asked', () => {
    const day = {
      [`InputTokens ${lite}`]: 100 * million,
      [`OutputTokens ${lite}`]: 4 * million,
      [`CacheReadTokens ${lite}`]: 10 * million,
    }

    expect(worthOf('ModelSpend', day)).toBeCloseTo(33 + 11 + 0.825, 6)
    expect(rings('ModelSpend', day)).toBe(false)
    const both = { ...day, [`InputTokens ${micro}`]: 100 * million, [`OutputTokens ${micro}`]: 20 * million }
    expect(worthOf('ModelSpend', both)).toBeCloseTo(44.825 + 3.5 + 2.8, 6)
    expect(rings('ModelSpend', both)).toBe(true)
  })

  test('is a day', () => {
    const periods = queriesOf('ModelSpend').flatMap(({ MetricStat }) => MetricStat?.Period ?? [])

    expect(new Set(periods)).toEqual(new Set([86_400]))
  })
})

test('the report rings once all three tries of a call have failed, and not at the first', () => {
  expect(alarm('ReportNotWritten')).toMatchObject({
    MetricName: 'Errors',
    Period: 3_600,
    Statistic: 'Sum',
    Threshold: 2,
    TreatMissingData: 'notBreaching',
  })
})
