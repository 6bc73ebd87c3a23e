import { type Template, withProperties } from '../template.ts'
import type { Gap } from './gap.ts'

interface MetricQuery {
  readonly MetricStat?: { readonly Metric: object; readonly Period: number; readonly Stat: string }
}

const alarmType = 'AWS::CloudWatch::Alarm'

const runs = { MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: 'Invocations' }, Period: 60, Stat: 'Sum' } }
const sample: Template = {
  Resources: {
    Alarm: {
      Type: alarmType,
      Properties: {
        Metrics: [
          { Id: 'runs', ReturnData: false, ...runs },
          { Id: 'sum', Expression: 'FILL(runs, 0)' },
        ],
        ComparisonOperator: 'GreaterThanThreshold',
        Threshold: 0,
        EvaluationPeriods: 1,
      },
    },
  },
}

export const metricMath: Gap = {
  workaround: 'alarms over metric math are deployed over their first metric alone',
  isThere: async (probe) => (await probe.deploy('gap-metric-math', sample)) === undefined,
  mend: (template) =>
    withProperties(template, alarmType, ({ Metrics, ...rest }) => {
      const first = (Metrics as readonly MetricQuery[] | undefined)?.find(({ MetricStat }) => MetricStat)?.MetricStat
      return first
        ? { ...rest, ...first.Metric, Period: first.Period, Statistic: first.Stat }
        : { ...rest, ...(Metrics ? { Metrics } : {}) }
    }),
}
