import { type Locks, withKey } from '../iam/key-access.ts'
import type { Role } from '../iam/role.ts'
import type { Roles } from '../iam/roles.ts'
import { asList, asObject, type Json, type JsonObject } from '../json.ts'
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
  /** EventBridge Scheduler calls under a role of its own; a rule has none, the function's policy lets it in. */
  readonly role?: Role
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

interface Surroundings {
  readonly roles: Roles
  readonly locks: Locks
}

const invocation = (functionArn: string) => ({ action: 'lambda:InvokeFunction', resource: functionArn })

// One that may not invoke would fail only at the first tick, and one that may not send would lose what failed.
const schedulerRole = (schedule: Resource, target: JsonObject, { roles, locks }: Surroundings): Role => {
  const role = roles.byArn(String(target.RoleArn))
  const deadLetters = asObject(target.DeadLetterConfig).Arn
  const needed = [
    invocation(String(target.Arn)),
    ...(deadLetters === undefined ? [] : withKey(locks, { action: 'sqs:SendMessage', resource: String(deadLetters) })),
  ]
  const missing = needed.find((request) => !role?.wouldAllow(request))
  if (!role || missing) {
    const { action, resource } = missing ?? invocation(String(target.Arn))
    throw new StartError(`schedule ${schedule.id}: its role does not allow ${action} on ${resource}`)
  }
  return role
}

const definitionOf = (stack: Stack, schedule: Resource, given: Json, around: Surroundings): ScheduleDefinition[] => {
  const target = asObject(given)
  const lambda = stack.byArn(String(target.Arn), 'AWS::Lambda::Function')
  if (!lambda) return []
  return [
    {
      id: schedule.id,
      expression: String(stack.property(schedule, 'ScheduleExpression')),
      timeZone: String(stack.property(schedule, 'ScheduleExpressionTimezone') ?? 'UTC'),
      functionId: lambda.id,
      input: target.Input === undefined ? { source: 'aws.scheduler' } : JSON.parse(String(target.Input)),
      ...(schedule.type === 'AWS::Scheduler::Schedule' && { role: schedulerRole(schedule, target, around) }),
    },
  ]
}

const isOn = (stack: Stack, schedule: Resource) => stack.property(schedule, 'State') !== 'DISABLED'

/** Every schedule of the template that calls a function. */
export const defineSchedules = (stack: Stack, roles: Roles, locks: Locks = new Map()): ScheduleDefinition[] =>
  stack
    .ofType('AWS::Scheduler::Schedule', 'AWS::Events::Rule')
    .filter((schedule) => schedule.properties.ScheduleExpression !== undefined && isOn(stack, schedule))
    .flatMap((schedule) =>
      [...asList(stack.property(schedule, 'Target')), ...asList(stack.property(schedule, 'Targets'))].flatMap(
        (target) => definitionOf(stack, schedule, target, { roles, locks }),
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

/** Calls the function as its schedule does: under the schedule's role, with the schedule's input. */
export const callScheduled = async ({ id, role, input }: ScheduleDefinition, lambda: LocalFunction): Promise<Json> => {
  if (role && role.ask(invocation(lambda.definition.arn)) !== 'allowed')
    throw new Error(`schedule ${id}: AccessDeniedException: ${role.name} may not call ${lambda.definition.arn}`)
  return lambda.invoke(input)
}

/** Runs a schedule on time; a failed call waits for the next tick, its error is in the function's log. */
export const startSchedule = (schedule: ScheduleDefinition, lambda: LocalFunction): Clock => {
  const call = () => void callScheduled(schedule, lambda).catch(() => undefined)
  const rate = rateMs(schedule.expression)
  if (rate === undefined) return { close: everyMinute(cronMatcher(schedule.expression, schedule.timeZone), call) }
  const timer = setInterval(call, rate)
  return { close: () => clearInterval(timer) }
}
