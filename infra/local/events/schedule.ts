import { roleStatements } from '../iam/role-policies.ts'
import { decide } from '../iam/statement.ts'
import { asList, asObject, type Json } from '../json.ts'
import type { LocalFunction } from '../lambda/local-function.ts'
import { StartError } from '../stack/errors.ts'
import type { Resource } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'
import { cronMatcher } from './cron.ts'

export interface ScheduleDefinition {
  readonly id: string
  readonly expression: string
  readonly timeZone: string
  readonly functionId: string
  readonly input: Json
}

export interface Clock {
  close(): void
}

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }
const oneMinute = 60_000

/** Milliseconds of a `rate(5 minutes)`; undefined for anything else. */
export const rateMs = (expression: string): number | undefined => {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  return count === undefined ? undefined : Number(count) * (units[unit] ?? 0)
}

// EventBridge Scheduler calls under a role of its own; one that may not invoke would fail only at the first tick.
const checkRole = (stack: Stack, schedule: Resource, functionArn: string, roleArn: Json | undefined) => {
  const role = stack.byArn(String(roleArn), 'AWS::IAM::Role')
  const request = { action: 'lambda:InvokeFunction', resource: functionArn }
  if (!role || decide(roleStatements(stack, role), request) !== 'allowed') {
    throw new StartError(`schedule ${schedule.id}: its role does not allow lambda:InvokeFunction on ${functionArn}`)
  }
}

const definitionOf = (stack: Stack, schedule: Resource, target: Json): ScheduleDefinition[] => {
  const { Arn, RoleArn, Input } = asObject(target)
  const lambda = stack.byArn(String(Arn), 'AWS::Lambda::Function')
  if (!lambda) return []
  if (schedule.type === 'AWS::Scheduler::Schedule') checkRole(stack, schedule, String(Arn), RoleArn)
  return [
    {
      id: schedule.id,
      expression: String(stack.property(schedule, 'ScheduleExpression')),
      timeZone: String(stack.property(schedule, 'ScheduleExpressionTimezone') ?? 'UTC'),
      functionId: lambda.id,
      input: Input === undefined ? { source: 'aws.scheduler' } : JSON.parse(String(Input)),
    },
  ]
}

const isOn = (stack: Stack, schedule: Resource) => stack.property(schedule, 'State') !== 'DISABLED'

/** Every schedule of the template that calls a function. */
export const defineSchedules = (stack: Stack): ScheduleDefinition[] =>
  stack
    .ofType('AWS::Scheduler::Schedule', 'AWS::Events::Rule')
    .filter((schedule) => schedule.properties.ScheduleExpression !== undefined && isOn(stack, schedule))
    .flatMap((schedule) =>
      [...asList(stack.property(schedule, 'Target')), ...asList(stack.property(schedule, 'Targets'))].flatMap(
        (target) => definitionOf(stack, schedule, target),
      ),
    )

const everyMinute = (isDue: (at: Date) => boolean, call: () => void): (() => void) => {
  let timer: NodeJS.Timeout
  const next = () => {
    timer = setTimeout(tick, oneMinute - (Date.now() % oneMinute))
  }
  const tick = () => {
    if (isDue(new Date())) call()
    next()
  }
  next()
  return () => clearTimeout(timer)
}

/** Runs a schedule on time; a failed call waits for the next tick, its error is in the function's log. */
export const startSchedule = (schedule: ScheduleDefinition, lambda: LocalFunction): Clock => {
  const call = () => void lambda.invoke(schedule.input).catch(() => undefined)
  const rate = rateMs(schedule.expression)
  if (rate === undefined) return { close: everyMinute(cronMatcher(schedule.expression, schedule.timeZone), call) }
  const timer = setInterval(call, rate)
  return { close: () => clearInterval(timer) }
}
