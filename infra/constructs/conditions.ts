import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { type IMetric, MathExpression, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Door } from './door.ts'

/** When an alarm rings. */
export interface Condition {
  readonly metric: IMetric
  readonly above: number
  /** @default silence is no cause for alarm */
  readonly whenSilent?: TreatMissingData
}

export const eachMinute = Duration.minutes(1)
const fiveMinutes = Duration.minutes(5)
const quarterOfAnHour = Duration.minutes(15)

/** A customer who waits longer than this for any answer at all is the thing the queues exist to prevent. Looked at each minute, it rings within two. */
const oldestMessageSeconds = 60

/** The first message that was given up on. */
export const anyDeadLetter = (queue: Queue): Condition => ({
  metric: queue.metricApproximateNumberOfMessagesVisible({ period: eachMinute, statistic: Stats.MAXIMUM }),
  above: 0,
})

/** Within two minutes of a queue's standing still. */
export const oldMessage = (queue: Queue): Condition => ({
  metric: queue.metricApproximateAgeOfOldestMessage({ period: eachMinute, statistic: Stats.MAXIMUM }),
  above: oldestMessageSeconds,
})

/** A clock's door has not come through once in five minutes: silence counts as failure. */
export const noRun = (door: Door): Condition => {
  const runs = door.function.metricInvocations({ period: fiveMinutes, statistic: Stats.SUM })
  const failures = door.function.metricErrors({ period: fiveMinutes, statistic: Stats.SUM })
  return {
    metric: new MathExpression({
      expression: 'FILL(failures, 0) - FILL(runs, 0)',
      usingMetrics: { runs, failures },
      label: 'failed runs less all runs',
      period: fiveMinutes,
    }),
    above: -1,
    whenSilent: TreatMissingData.BREACHING,
  }
}

/** Lambda tries a call that nobody waits for three times, within minutes. */
export const givenUp = (door: Door): Condition => ({
  metric: door.function.metricErrors({ period: Duration.hours(1), statistic: Stats.SUM }),
  above: 2,
})

/** Five in as many minutes: a channel's message may not have been taken. */
export const serverErrors = (api: HttpApi): Condition => ({
  metric: api.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
  above: 4,
})

/** Three handoffs in a quarter of an hour because no model answered, and one for every twenty runs of the turn. */
export const modelFailing = (unavailable: (period: Duration) => Metric, takeTurn: Door): Condition => ({
  metric: new MathExpression({
    // Whenever somebody was handed off there were runs: nothing here is missing when it matters.
    expression: 'IF(unavailable > 2 AND unavailable > runs / 20, unavailable, 0)',
    usingMetrics: {
      unavailable: unavailable(quarterOfAnHour),
      runs: takeTurn.function.metricInvocations({ period: quarterOfAnHour, statistic: Stats.SUM }),
    },
    label: 'handed off for want of a model',
    period: quarterOfAnHour,
  }),
  above: 0,
})

/** Five messages in a quarter of an hour that will never arrive, and one in fifty of all that left the queue. */
export const deliveryFailing = (failed: (period: Duration) => Metric, outbound: Queue): Condition => ({
  metric: new MathExpression({
    expression: 'IF(failed > 4 AND failed > settled / 50, failed, 0)',
    usingMetrics: {
      failed: failed(quarterOfAnHour),
      settled: outbound.metricNumberOfMessagesDeleted({ period: quarterOfAnHour, statistic: Stats.SUM }),
    },
    label: 'deliveries that failed',
    period: quarterOfAnHour,
  }),
  above: 0,
})
