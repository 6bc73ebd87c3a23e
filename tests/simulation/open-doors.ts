import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { Context } from 'aws-lambda'
import { openErasing } from '#functions/agent/erasing.ts'
import { openApi } from '#functions/agent/open-api.ts'
import { openTakeTurn } from '#functions/assistant/open-take-turn.ts'
import { openDeliverMessage } from '#functions/customer/open-deliver-message.ts'
import { openReceiveMessage } from '#functions/customer/open-receive-message.ts'
import { openSweep } from '#functions/operator/open-sweep.ts'
import type { ErasedExports } from '#shared/export/export-files.ts'
import { eventBridgeEventSink } from '#shared/handoff/eventbridge-event-sink.ts'
import { laterSink } from '#shared/handoff/tell-at-once.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import { lambdaToolCaller } from '#shared/tool/lambda-tool-caller.ts'
import { memoryLinks } from '#tests/support/memory-links.ts'
import { memoryWhatIf } from '#tests/support/memory-what-if.ts'
import type { SimulatedFiles } from './files.ts'
import { running } from './invocation.ts'
import type { SimulatedCloud } from './simulated-cloud.ts'
import { inboundQueue, outboundQueue, teamQueue } from './stack-queues.ts'
import type { SimulatedTools } from './tools.ts'
import type { WorldOptions } from './world.ts'

export type Handler<Event, Result> = (event: Event) => Promise<Result>

interface Environment<Event, Result> {
  readonly skewMs: number
  readonly handler: (event: Event, context: Context) => Promise<Result>
  busy: boolean
}

/**
 * A door's execution environments: each has clients, a circuit and a clock of its own, and lives on after a run. One
 * whose run crashed is never used again.
 */
const inEnvironments = <Event, Result>(
  apart: boolean,
  open: () => Environment<Event, Result>['handler'],
): Handler<Event, Result> => {
  const environments: Environment<Event, Result>[] = []
  const opened = (skewMs: number) => {
    const environment = { skewMs, handler: open(), busy: false }
    environments.push(environment)
    return environment
  }
  return async (event) => {
    const run = running.getStore()
    const skewMs = run?.skewMs ?? 0
    const free = environments.find((one) => one.skewMs === skewMs && !(apart && one.busy))
    const environment = free ?? opened(skewMs)
    if (run) run.environment = environments.indexOf(environment)
    environment.busy = true
    try {
      return await environment.handler(event, {} as Context)
    } finally {
      environment.busy = false
    }
  }
}

/** Every door as it is deployed, over the cloud in memory. */
export const openDoors = (
  cloud: SimulatedCloud,
  files: SimulatedFiles,
  tools: SimulatedTools,
  random: () => number,
  options: WorldOptions & { readonly exports?: ErasedExports },
) => {
  const { deployed, webhookSecret, apart = false } = options
  const { config } = deployed
  let ids = 0
  const shared = {
    deployed,
    config,
    system: {
      clock: () => Date.now(),
      random,
      sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
      newId: () => {
        ids += 1
        return `out_${ids}`
      },
    },
    published: { after: () => undefined },
    log: (event: LogEvent) => {
      const { door = '', environment = 0 } = running.getStore() ?? {}
      options.log?.(event, door, environment)
    },
    inboundQueueUrl: cloud.queueUrl(inboundQueue),
    outboundQueueUrl: cloud.queueUrl(outboundQueue),
    teamQueueUrls: Object.fromEntries(Object.keys(config.teams).map((team) => [team, cloud.queueUrl(teamQueue(team))])),
    secretsOf: options.secretsOf ?? (() => ({ read: async () => ({ signing: [webhookSecret] }) })),
    knowledge: options.knowledge,
    ears: options.ears,
    openApi: options.openApi ?? '{}',
    attachments: files.store,
    files: { store: files.store, links: memoryLinks },
    ...options.companyTools,
    media: files.media,
  }
  const toldAtOnce = (bus: EventBridgeClient) =>
    config.events && laterSink(async () => eventBridgeEventSink(bus, config.events?.bus ?? ''))
  const opening = () => ({ ...shared, ...cloud.openClients() })
  return {
    receiveMessage: inEnvironments(apart, () => openReceiveMessage(opening())),
    takeTurn: inEnvironments(apart, () => {
      const functions = lambdaToolCaller({ clientIn: tools.clientIn, clock: () => Date.now() })
      const { bus, ...door } = opening()
      return openTakeTurn({ ...tools, ...door, functions, events: toldAtOnce(bus) })
    }),
    deliverMessage: inEnvironments(apart, () => openDeliverMessage(opening())),
    agentApi: inEnvironments(apart, () => {
      const { bus, ...door } = opening()
      // Nobody of the simulation asks what would have been; whoever is erased is looked for there.
      const whatIf = { ...memoryWhatIf(config), jobs: dynamoWhatIfJobs(door.table) }
      return openApi({
        ...door,
        whatIf,
        reports: options.reports,
        exports: options.exports,
        erasing: async (ports) => openErasing(door.table, ports),
        events: toldAtOnce(bus),
      })
    }),
    sweep: inEnvironments(apart, () => {
      const { bus, ...door } = opening()
      const events = config.events && eventBridgeEventSink(bus, config.events.bus)
      const quoting = options.reports ? [options.reports.forget] : []
      return openSweep({ ...door, events, quoting, pictures: options.exports })
    }),
  }
}
