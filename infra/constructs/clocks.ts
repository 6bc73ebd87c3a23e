import { Aws, Duration, TimeZone, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

export interface ClocksProps {
  readonly sweep: Door
  readonly report: Door
  /** Absent where the table is not exported. */
  readonly exportTable: Door | undefined
  readonly alarms: Alarms
  /** Where a start that failed is kept. */
  readonly unattended: Queue
  readonly key: OwnKey | undefined
}

const schedulerOfThisAccount = new ServicePrincipal('scheduler.amazonaws.com', {
  conditions: {
    StringEquals: {
      'aws:SourceAccount': Aws.ACCOUNT_ID,
      'aws:SourceArn': `arn:${Aws.PARTITION}:scheduler:${Aws.REGION}:${Aws.ACCOUNT_ID}:schedule-group/default`,
    },
  },
})

/** What happens because time passed, not because somebody knocked. */
export class Clocks extends Construct {
  constructor(scope: Construct, id: string, props: ClocksProps) {
    super(scope, id)
    this.eachMinute(props)
    this.eachMonday(props)
    if (props.exportTable) this.eachQuarter(props.exportTable, props)
  }

  private eachMinute({ sweep, alarms }: ClocksProps): void {
    // A failed sweep is not repeated: the next one comes within the minute and would run beside it.
    const onlyNow = { retryAttempts: 0, maxEventAge: Duration.minutes(1) }
    sweep.function.configureAsyncInvoke(onlyNow)
    Validations.of(sweep).acknowledge({
      id: 'Serverless-LambdaAsyncFailureDestination',
      reason:
        'A sweep that failed is replaced by the next within a minute, and one kept for later would be out of date. ' +
        'Five minutes without a sweep that came through raise the alarm SweepMissed.',
    })
    new Schedule(this, 'EachMinute', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(sweep.function, { ...onlyNow, role: fixed(this.role('EachMinuteRole', sweep)) }),
    })
    alarms.onMissedRuns('SweepMissed', sweep, 'sweep-missed')
  }

  /** Looks what became of the export; what failed is looked at again by the next one. */
  private eachQuarter(exportTable: Door, props: ClocksProps): void {
    new Schedule(this, 'EachQuarter', {
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      target: new LambdaInvoke(exportTable.function, {
        retryAttempts: 1,
        maxEventAge: Duration.minutes(15),
        role: fixed(this.attendedRole('EachQuarterRole', exportTable, props)),
        deadLetterQueue: props.unattended,
      }),
    })
  }

  private eachMonday({ report, unattended, key }: ClocksProps): void {
    const role = this.attendedRole('EachMondayRole', report, { unattended, key })
    new Schedule(this, 'EachMonday', {
      schedule: ScheduleExpression.cron({ weekDay: 'MON', hour: '6', minute: '0', timeZone: TimeZone.ETC_UTC }),
      target: new LambdaInvoke(report.function, {
        retryAttempts: 3,
        maxEventAge: Duration.hours(6),
        role: fixed(role),
        deadLetterQueue: unattended,
      }),
    })
  }

  /** Of a start that is kept where it failed. */
  private attendedRole(id: string, door: Door, { unattended, key }: Pick<ClocksProps, 'unattended' | 'key'>): Role {
    const role = this.role(id, door)
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [unattended.queueArn] }))
    key?.filledBy(role)
    return role
  }

  private role(id: string, door: Door): Role {
    const role = new Role(this, id, { assumedBy: schedulerOfThisAccount })
    const actions = ['lambda:InvokeFunction']
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [door.function.functionArn] }))
    return role
  }
}

/** Left to itself the target would also be allowed every version of the function. */
const fixed = (role: Role) => role.withoutPolicyUpdates()
