import { Color, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { countedMetric } from '../counted-metrics.ts'
import { graph, half, heading, inMinutes, often, type Row } from './graph.ts'

/** How old and how long each team's line is. */
export const linesOfTeams = (
  scope: Construct,
  { teams, alarms: { longestWaitMinutes } }: Pick<BatonConfig, 'teams' | 'alarms'>,
): readonly Row[] => {
  const look = { statistic: Stats.MAXIMUM, period: often }
  const ages = Object.entries(teams).map(([of, { name }], at) =>
    inMinutes(`wait${at}`, countedMetric(scope, 'LongestWait', 'Sweep', { ...look, of }), name),
  )
  const open = countedMetric(scope, 'LongestWaitWhileOpen', 'Sweep', look)
  const lengths = Object.entries(teams).map(([of, { name }]) =>
    countedMetric(scope, 'LineLength', 'Sweep', { ...look, of, label: name }),
  )
  const limit = { value: longestWaitMinutes, label: `an alarm from ${longestWaitMinutes} minutes`, color: Color.RED }
  return [
    heading('## Is anybody waiting too long?'),
    [
      graph('Longest wait in each line', half, [...ages, inMinutes('open', open, 'of any team, while it is open')], {
        axis: 'minutes',
        leftAnnotations: [limit],
      }),
      graph('Conversations in each line', half, lengths, { axis: 'conversations' }),
    ],
  ]
}
