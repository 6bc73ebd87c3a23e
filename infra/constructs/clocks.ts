import { Duration, TimeZone } from 'aws-cdk-lib'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Door } from './door.ts'

export interface ClocksProps {
  readonly sweep: Door
  readonly report: Door
  readonly alarms: Alarms
}

/** What happens because time passed, not because somebody knocked. */
export class Clocks extends Construct {
  constructor(scope: Construct, id: string, { sweep, report, alarms }: ClocksProps) {
    super(scope, id)
    // A failed sweep is not repeated: the next one comes within the minute and would run beside it.
    sweep.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) })
    new Schedule(this, 'EachMinute', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(sweep.function, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
    })
    alarms.onMissedRuns('SweepMissed', sweep, 'sweep-missed')
    new Schedule(this, 'EachMonday', {
      schedule: ScheduleExpression.cron({ weekDay: 'MON', hour: '6', minute: '0', timeZone: TimeZone.ETC_UTC }),
      target: new LambdaInvoke(report.function, { retryAttempts: 3, maxEventAge: Duration.hours(6) }),
    })
  }
}
