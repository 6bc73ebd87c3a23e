import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { countedMetric } from '../counted-metrics.ts'
import type { TurnMetrics } from '../turn-metrics.ts'
import { graph, heading, hourly, inMinutes, often, type Row, third } from './graph.ts'

/** Those that can hand off; one in the shadow only says that it would have. */
export const triggersOf = ({ own, ...builtIn }: BatonConfig['triggers']): readonly string[] => {
  const all = [...Object.entries(builtIn), ...own.map((one) => [one.id, one] as const)]
  const acts = (settings: object): boolean => {
    const { enabled, shadow }: { enabled?: boolean; shadow?: boolean } = { ...settings }
    return enabled !== false && shadow !== true
  }
  return all.flatMap(([name, settings]) => (acts(settings) ? [name] : []))
}

/** Of all turns that said something; whoever writes to a person makes no such turn. */
const rates = (scope: Construct, triggers: readonly string[], turns: TurnMetrics): readonly MathExpression[] => {
  const answered = turns.answered({ statistic: Stats.SUM, period: hourly })
  // Each handoff counts its wait once.
  const handed = countedMetric(scope, 'WaitBeforeHandoff', 'TakeTurn', {
    statistic: Stats.SAMPLE_COUNT,
    period: hourly,
  })
  return triggers.map((of, at) => {
    const fired = countedMetric(scope, 'Handoffs', 'TakeTurn', { of, statistic: Stats.SUM, period: hourly })
    return new MathExpression({
      expression: `100 * fired${at} / SUM([answered, handed])`,
      usingMetrics: { [`fired${at}`]: fired, answered, handed },
      label: of,
      period: hourly,
    })
  })
}

/** Median, and what nine in ten do not exceed. */
const waits = (scope: Construct, name: 'WaitBeforeHandoff' | 'WaitAfterHandoff', door: 'TakeTurn' | 'AgentApi') =>
  ([50, 90] as const).map((of) =>
    inMinutes(
      `p${of}`,
      countedMetric(scope, name, door, { statistic: Stats.percentile(of), period: hourly }),
      of === 50 ? 'half of them' : 'nine in ten',
      hourly,
    ),
  )

/** Turns, handoffs, claims and waits. */
export const flow = (scope: Construct, { triggers }: Pick<BatonConfig, 'triggers'>, turns: TurnMetrics) => {
  const counting = { statistic: Stats.SAMPLE_COUNT, period: often }
  const summed = { statistic: Stats.SUM, period: often }
  const claims = countedMetric(scope, 'WaitAfterHandoff', 'AgentApi', { ...counting, label: 'claimed' })
  const expired = (['AgentApi', 'Sweep'] as const).map((door) =>
    countedMetric(scope, 'LeasesExpired', door, { ...summed, label: `not accepted in time, seen by ${door}` }),
  )
  const rows: readonly Row[] = [
    heading('## How conversations flow'),
    [
      graph(
        'Turns of the assistant',
        third,
        [
          turns.answered({ ...summed, label: 'answered' }),
          countedMetric(scope, 'WaitBeforeHandoff', 'TakeTurn', { ...counting, label: 'handed off' }),
        ],
        { stacked: true, axis: 'turns' },
      ),
      graph('Handoffs by trigger, of 100 turns', 2 * third, rates(scope, triggersOf(triggers), turns), {
        axis: '%',
      }),
    ],
    [
      graph('Claims', third, [claims, ...expired], { axis: 'conversations' }),
      graph('Wait before a handoff', third, waits(scope, 'WaitBeforeHandoff', 'TakeTurn'), { axis: 'minutes' }),
      graph('Wait after it, until somebody claims', third, waits(scope, 'WaitAfterHandoff', 'AgentApi'), {
        axis: 'minutes',
      }),
    ],
  ]
  return rows
}
