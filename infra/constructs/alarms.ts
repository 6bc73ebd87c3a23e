import { Aws, Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type DoorId, folderName } from '../bundle/door-entries.ts'
import { announce } from './announce.ts'
import { type Door, metricsNamespace } from './door.ts'
import type { OwnKey } from './own-key.ts'

/** A customer who waits longer than this for any answer at all is the thing the queues exist to prevent. Looked at each minute, it rings within two. */
const oldestMessageSeconds = 60

export interface AlarmsProps {
  readonly key: OwnKey | undefined
}

interface Condition {
  readonly metric: IMetric
  readonly above: number
  readonly means: string
  /** Heading of the section in docs/runbook.md, as its anchor. */
  readonly section: string
  readonly whenSilent: TreatMissingData
}

/** Everything that wakes a person up, each with its section in the runbook. */
export class Alarms extends Construct {
  private readonly topic: Topic

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, ...(props.key && { masterKey: props.key.key }) })
    // A policy of its own replaces the default one, which would have let CloudWatch publish.
    this.topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    announce(this, { AlarmTopicArn: this.topic.topicArn })
  }

  /** Who is told; the topic is an output of the stack, to which anybody else may subscribe. */
  mailTo(address: string, unattended: Queue): void {
    this.topic.addSubscription(new EmailSubscription(address, { deadLetterQueue: unattended }))
  }

  /** Raised by the first message that was given up on. */
  onDeadLetters(id: string, queue: Queue, section: string): void {
    this.raise(id, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: Stats.MAXIMUM }),
      above: 0,
      means: 'messages were given up on',
      section,
      whenSilent: TreatMissingData.NOT_BREACHING,
    })
  }

  /** Raised within two minutes of a queue's standing still. */
  onOldMessages(id: string, queue: Queue, section: string): void {
    this.raise(id, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: Stats.MAXIMUM }),
      above: oldestMessageSeconds,
      means: `a message has waited longer than ${oldestMessageSeconds} seconds`,
      section,
      whenSilent: TreatMissingData.NOT_BREACHING,
    })
  }

  /** Raised when a clock's door has not come through once in five minutes: silence counts as failure. */
  onMissedRuns(id: string, door: Door, section: string): void {
    const period = Duration.minutes(5)
    const runs = door.function.metricInvocations({ period, statistic: Stats.SUM })
    const failures = door.function.metricErrors({ period, statistic: Stats.SUM })
    this.raise(id, {
      metric: new MathExpression({
        expression: 'FILL(failures, 0) - FILL(runs, 0)',
        usingMetrics: { runs, failures },
        label: 'failed runs less all runs',
        period,
      }),
      above: -1,
      means: 'no run has succeeded for five minutes',
      section,
      whenSilent: TreatMissingData.BREACHING,
    })
  }

  /** Raised when the API fails its callers five times in as many minutes: a channel's message may not have been taken. */
  onServerErrors(id: string, api: HttpApi, section: string): void {
    this.raise(id, {
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }),
      above: 4,
      means: 'the API fails its callers',
      section,
      whenSilent: TreatMissingData.NOT_BREACHING,
    })
  }

  /** Raised when a door counted something that must not happen; the metric is one that `shared/log` writes. */
  onCounted(id: string, door: DoorId, metricName: string, means: string, section: string): void {
    this.raise(id, {
      metric: new Metric({
        namespace: metricsNamespace,
        metricName,
        dimensionsMap: { service: folderName(door) },
        period: Duration.minutes(1),
        statistic: Stats.SUM,
      }),
      above: 0,
      means,
      section,
      whenSilent: TreatMissingData.NOT_BREACHING,
    })
  }

  /** Raised at 80 % of the company's own budget for its models, and when it is spent. */
  onModelBudget(): void {
    const section = 'model-budget'
    this.onCounted(
      'ModelBudgetNear',
      'TakeTurn',
      'ModelBudgetNearlySpent',
      "80 % of the day's budget is spent",
      section,
    )
    this.onCounted('ModelBudget', 'TakeTurn', 'ModelBudgetSpent', "the day's budget is spent", section)
  }

  private raise(id: string, { metric, above, means, section, whenSilent }: Condition): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      alarmDescription: `${means}: docs/runbook.md#${section}`,
      treatMissingData: whenSilent,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
  }
}
