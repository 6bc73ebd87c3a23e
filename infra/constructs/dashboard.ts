import { Aws } from 'aws-cdk-lib'
import { type Alarm, AlarmStatusWidget, Dashboard as Board, PeriodOverride } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { announce } from './announce.ts'
import { type Delivering, delivery } from './graphs/delivery.ts'
import { flow } from './graphs/flow.ts'
import { type Row, whole } from './graphs/graph.ts'
import { linesOfTeams } from './graphs/lines.ts'
import { ofModels } from './graphs/models.ts'
import type { TurnMetrics } from './turn-metrics.ts'

export interface DashboardProps extends Delivering {
  readonly config: BatonConfig
  readonly turns: TurnMetrics
  readonly alarms: readonly Alarm[]
}

/** Alarms stand side by side, so many to a line. */
const alarmsInLine = 6

/** One page for whoever is woken up: first whether anybody waits too long, then why. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { config, turns, alarms, ...delivering }: DashboardProps) {
    super(scope, id)
    const states = new AlarmStatusWidget({
      title: 'Alarms: docs/runbook.md says what each asks of you',
      alarms: [...alarms],
      width: whole,
      height: 1 + Math.ceil(alarms.length / alarmsInLine),
    })
    const rows: readonly Row[] = [
      ...linesOfTeams(this, config),
      [states],
      ...flow(this, config, turns),
      ...ofModels(this, config, turns),
      ...delivery(this, config, delivering),
    ]
    const board = new Board(this, 'Board', {
      start: '-PT12H',
      periodOverride: PeriodOverride.INHERIT,
      widgets: rows.map((row) => [...row]),
    })
    const console = `https://${Aws.REGION}.console.aws.amazon.com/cloudwatch/home?region=${Aws.REGION}`
    announce(this, { DashboardUrl: `${console}#dashboards/dashboard/${board.dashboardName}` })
  }
}
