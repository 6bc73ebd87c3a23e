import { eventSourceSetting, startEventSource } from './events/event-source.ts'
import { callScheduled, defineSchedules, type ScheduleDefinition, startSchedule } from './events/schedule.ts'
import { tableExports } from './export/table-exports.ts'
import type { CallCounter } from './gateway/call-counter.ts'
import { type Caller, operatorCaller } from './gateway/callers.ts'
import type { Gateway, RealModel } from './gateway/gateway.ts'
import { createSecrets, type Secrets } from './gateway/secrets.ts'
import { type ApiDefinition, defineApi } from './http/api-definition.ts'
import { checkDestinations, checkEnvironments, checkInvokePermissions } from './iam/checks.ts'
import { type Locks, locksOf } from './iam/key-access.ts'
import { partitionKeysOf } from './iam/leading-keys.ts'
import { logAccess } from './iam/log-access.ts'
import { type Roles, readRoles } from './iam/roles.ts'
import type { Json } from './json.ts'
import type { KnowledgeBases } from './knowledge/knowledge-bases.ts'
import type { LineSink } from './lambda/execution-environment.ts'
import { accessKeyOf, defineFunction } from './lambda/function-definition.ts'
import { type LocalFunction, startFunction } from './lambda/local-function.ts'
import { createBuckets } from './object/buckets.ts'
import type { PlayedFunctions } from './orders/played-functions.ts'
import { createQueues, type Queues } from './queue/queues.ts'
import type { Assembly } from './stack/assembly.ts'
import type { Closing } from './stack/closing.ts'
import { StartError } from './stack/errors.ts'
import { spokenName } from './stack/identity.ts'
import type { Keep } from './stack/keep.ts'
import type { Stack } from './stack/template.ts'
import { createTables, tableCaller } from './table/tables.ts'

export interface RunStackOptions {
  readonly stack: Stack
  readonly assembly: Assembly
  readonly gateway: Gateway
  readonly counter: CallCounter
  readonly tableUrl: string
  readonly model: string | RealModel
  /** The company's own that its assistant may call. @default none */
  readonly playedFunctions?: PlayedFunctions
  /** @default there is none to ask */
  readonly bases?: KnowledgeBases | undefined
  readonly keep: Keep
  /** Takes what has to be ended, in order of its start. */
  readonly closing: Closing
  readonly writeLine: LineSink
}

export interface RunningStack {
  readonly stack: Stack
  readonly api: ApiDefinition
  readonly queues: Queues
  readonly secrets: Secrets
  /** Every role of the template, with what it was asked for so far. */
  readonly roles: Roles
  readonly functions: ReadonlyMap<string, LocalFunction>
  /** The one function whose id in the template begins so. */
  functionNamed(prefix: string): LocalFunction
  /** Runs what the schedule of a function runs, now. */
  runScheduled(functionId: string): Promise<Json>
  /** Lets queues and schedules call their functions, once whoever they call is there to answer. */
  open(): void
}

const callersOf = (stack: Stack, roles: Roles): Caller[] =>
  stack.ofType('AWS::Lambda::Function').map((lambda) => ({
    name: spokenName(lambda.id),
    accessKeyId: accessKeyOf(lambda),
    role: roles.ofFunction(lambda),
  }))

const startFunctions = (options: RunStackOptions, roles: Roles): Map<string, LocalFunction> => {
  const { stack, assembly, writeLine, closing } = options
  const started = new Map<string, LocalFunction>()
  for (const lambda of stack.ofType('AWS::Lambda::Function')) {
    const log = logAccess(stack, lambda, roles.ofFunction(lambda))
    const one = startFunction(defineFunction(stack, lambda, assembly), (name, line) => {
      if (log.mayWrite()) writeLine(name, line)
    })
    closing.add(() => one.close())
    started.set(lambda.id, one)
  }
  return started
}

const startEventSources = (
  { stack, counter, closing }: RunStackOptions,
  { roles, locks }: { readonly roles: Roles; readonly locks: Locks },
  queues: Queues,
  functions: Map<string, LocalFunction>,
) => {
  for (const mapping of stack.ofType('AWS::Lambda::EventSourceMapping')) {
    const { EventSourceArn, FunctionName } = stack.properties(mapping)
    const name = String(FunctionName)
    const resource = stack.get(name) ?? stack.byArn(name, 'AWS::Lambda::Function')
    const lambda = functions.get(resource?.id ?? '')
    const queue = queues.byArn(String(EventSourceArn))
    if (!resource || !lambda || !queue) throw new StartError(`event source ${mapping.id} has no function or no queue`)
    const role = roles.ofFunction(resource)
    const setting = eventSourceSetting(stack, mapping, queue, role)
    const source = startEventSource({ ...setting, role, locks, queue, lambda, region: stack.place.region, counter })
    closing.add(() => source.close())
  }
}

const startSchedules = (
  { closing }: RunStackOptions,
  schedules: readonly ScheduleDefinition[],
  functions: Map<string, LocalFunction>,
) => {
  for (const schedule of schedules) {
    const lambda = functions.get(schedule.functionId)
    if (!lambda) continue
    const clock = startSchedule(schedule, lambda)
    closing.add(() => clock.close())
  }
}

/** Brings up everything that a template describes and this machine can be; nothing flows before it is opened. */
export const runStack = async (options: RunStackOptions): Promise<RunningStack> => {
  const { stack, keep, closing, gateway, tableUrl, model } = options
  const api = defineApi(stack)
  const roles = readRoles(stack)
  const locks = locksOf(stack)
  const schedules = defineSchedules(stack, roles, locks)
  checkInvokePermissions(stack, api)
  checkEnvironments(stack, roles)
  checkDestinations(stack, roles, locks)
  const secrets = createSecrets(stack, keep)
  const queues = await createQueues(stack, keep.folder)
  closing.add(() => queues.close())
  const buckets = await createBuckets(stack, keep.folder)
  if (buckets) closing.add(() => buckets.store.close())
  gateway.serve({
    place: stack.place,
    callers: [...callersOf(stack, roles), operatorCaller],
    resources: { keys: partitionKeysOf(stack), locks },
    queues,
    secrets,
    buckets,
    functions: options.playedFunctions,
    bases: options.bases,
    exports: buckets && tableExports(tableCaller(tableUrl, stack.place.region), buckets, Date.now),
    tableUrl,
    model,
  })
  const functions = startFunctions(options, roles)
  await Promise.all([createTables(stack, tableUrl), ...[...functions.values()].map((one) => one.warm())])
  const functionNamed = (prefix: string) => {
    const found = [...functions].find(([id]) => id.startsWith(prefix))?.[1]
    if (!found) throw new StartError(`the template has no function ${prefix}`)
    return found
  }
  return {
    stack,
    api,
    queues,
    secrets,
    roles,
    functions,
    functionNamed,
    runScheduled: async (functionId) => {
      const schedule = schedules.find((one) => one.functionId === functionId)
      const lambda = functionNamed(functionId)
      return schedule ? callScheduled(schedule, lambda) : lambda.invoke({})
    },
    open: () => {
      startEventSources(options, { roles, locks }, queues, functions)
      startSchedules(options, schedules, functions)
    },
  }
}
