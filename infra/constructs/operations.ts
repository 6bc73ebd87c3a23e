import { Duration } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { modelIds } from '#shared/config/model-families.ts'
import type { DoorId } from '../bundle/door-entries.ts'
import type { Alarms } from './alarms.ts'
import { deliveryFailing, modelFailing } from './conditions.ts'
import { countedMetric } from './counted-metrics.ts'
import { Dashboard } from './dashboard.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Door } from './door.ts'
import { connected, type Delivering } from './graphs/delivery.ts'
import type { SupportApi } from './http-api.ts'
import type { MessageQueues } from './message-queues.ts'
import { spendTogether } from './model-spend.ts'
import { SavedQueries } from './saved-queries.ts'
import { TurnMetrics } from './turn-metrics.ts'

type Optional = 'SyncKnowledge' | 'ExportTable'
type DoorsRun = Readonly<Record<Exclude<DoorId, Optional>, Door>> & { readonly [id in Optional]?: Door | undefined }

export interface OperationsProps {
  readonly config: BatonConfig
  readonly alarms: Alarms
  readonly messages: MessageQueues
  readonly deadLetters: DeadLetters
  readonly api: SupportApi
  readonly doors: DoorsRun
}

/** What the doors count, when that wakes somebody up, and the page on which they look. Made last: it shows all that there is. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id)
    const { config, alarms, messages, deadLetters, api } = props
    const { SyncKnowledge, ExportTable, ...always } = props.doors
    const doors = { ...always, ...(SyncKnowledge && { SyncKnowledge }), ...(ExportTable && { ExportTable }) }
    const turns = new TurnMetrics(this, 'Turns', { takeTurn: doors.TakeTurn, cached: config.model.cache })
    this.raise(props, turns)
    const delivering: Delivering = {
      inbound: messages.inbound,
      outbound: messages.outbound,
      deadLetters: deadLetters.all,
      api: api.api,
      doors,
    }
    new Dashboard(this, 'Dashboard', { config, turns, alarms: alarms.all, ...delivering })
    new SavedQueries(this, 'Queries', doors)
  }

  private raise({ config, alarms, messages, doors }: OperationsProps, turns: TurnMetrics): void {
    const longest = { statistic: Stats.MAXIMUM, period: Duration.minutes(5) }
    alarms.raise('LongestWait', 'longest-wait', {
      metric: countedMetric(this, 'LongestWaitWhileOpen', 'Sweep', longest),
      above: config.alarms.longestWaitMinutes * 60,
    })
    const summed = (name: 'Handoffs' | 'DeliveriesFailed', door: DoorId, of: string) => (period: Duration) =>
      countedMetric(this, name, door, { of, statistic: Stats.SUM, period })
    const unavailable = summed('Handoffs', 'TakeTurn', 'assistant-unavailable')
    alarms.raise('ModelFailing', 'model-failing', modelFailing(unavailable, doors.TakeTurn))
    for (const channel of connected(config.channels)) {
      const failed = summed('DeliveriesFailed', 'DeliverMessage', channel)
      alarms.raise(`DeliveryFailing-${channel}`, 'delivery-failing', deliveryFailing(failed, messages.outbound))
    }
    alarms.onGivenUp('ReportNotWritten', doors.Report, 'report-not-written')
    if (config.model.budget) alarms.onModelBudget()
    const { modelDollarsPerDay: above } = config.alarms
    const spending = { turns, models: modelIds(config.model), cached: config.model.cache, period: Duration.days(1) }
    if (above !== undefined) alarms.raise('ModelSpend', 'model-spend', { metric: spendTogether(spending), above })
  }
}
