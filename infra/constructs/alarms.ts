import { Aws } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { FigureName } from '#shared/log/figures.ts'
import type { DoorId } from '../bundle/door-entries.ts'
import { type AlarmSection, alarmDescription } from './alarm-texts.ts'
import { announce } from './announce.ts'
import { anyDeadLetter, type Condition, eachMinute, givenUp, noRun, oldMessage, serverErrors } from './conditions.ts'
import { countedMetric } from './counted-metrics.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

export interface AlarmsProps {
  readonly key: OwnKey | undefined
}

/** Everything that wakes a person up, each with its section in the runbook. */
export class Alarms extends Construct {
  private readonly topic: Topic
  private readonly raised: Alarm[] = []

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

  /** All that there are by now. */
  get all(): readonly Alarm[] {
    return this.raised
  }

  /** Who is told; the topic is an output of the stack, to which anybody else may subscribe. */
  mailTo(address: string, unattended: Queue): void {
    this.topic.addSubscription(new EmailSubscription(address, { deadLetterQueue: unattended }))
  }

  onDeadLetters(id: string, queue: Queue, section: AlarmSection): void {
    this.raise(id, section, anyDeadLetter(queue))
  }

  onOldMessages(id: string, queue: Queue, section: AlarmSection): void {
    this.raise(id, section, oldMessage(queue))
  }

  onMissedRuns(id: string, door: Door, section: AlarmSection): void {
    this.raise(id, section, noRun(door))
  }

  /** For a door whose calls nobody waits for. */
  onGivenUp(id: string, door: Door, section: AlarmSection): void {
    this.raise(id, section, givenUp(door))
  }

  onServerErrors(id: string, api: HttpApi, section: AlarmSection): void {
    this.raise(id, section, serverErrors(api))
  }

  /** Raised when a door counted something that must not happen; the metric is one that `shared/log` writes. */
  onCounted(id: string, door: DoorId, name: FigureName, section: AlarmSection): void {
    const metric = countedMetric(this, name, door, { period: eachMinute, statistic: Stats.SUM })
    this.raise(id, section, { metric, above: 0 })
  }

  /** Raised at 80 % of the company's own budget for its models, and when it is spent. */
  onModelBudget(): void {
    this.onCounted('ModelBudgetNear', 'TakeTurn', 'ModelBudgetNearlySpent', 'model-budget')
    this.onCounted('ModelBudget', 'TakeTurn', 'ModelBudgetSpent', 'model-budget')
  }

  raise(id: string, section: AlarmSection, { metric, above, whenSilent }: Condition): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      alarmDescription: alarmDescription(section),
      treatMissingData: whenSilent ?? TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    this.raised.push(alarm)
  }
}
