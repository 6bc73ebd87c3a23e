import { setTimeout } from 'node:timers/promises'
import { doorIds } from '../../bundle/door-entries.ts'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../local/desk/local-cloud.ts'
import { createClosing } from '../../local/stack/closing.ts'
import { startDynoxide } from '../../local/table/dynoxide.ts'
import { startLoadCallback } from './load-callback.ts'
import { createMeter, type Meter } from './meter.ts'
import { startMeteredModel } from './metered-model.ts'
import { startMeteredTable } from './metered-table.ts'
import { type LoadRecord, playLoad, type Stage } from './play-load.ts'
import { createTableEnd } from './table-end.ts'
import type { Usage } from './usage.ts'

const sourceSuffix = ' event source'
const lookMs = 20
/** A delivery is marked a moment after it arrived. */
const settleMs = 120
const isFifo = (caller: string, operation: string) => caller.endsWith(sourceSuffix) || operation === 'SendMessageBatch'

/** A ticket may lie in its queue for as long as it likes; messages may not. */
const isQuiet = (cloud: LocalCloud): boolean =>
  Object.entries(cloud.queues()).every(
    ([name, { visible, inFlight, delayed }]) => !name.endsWith('.fifo') || visible + inFlight + delayed === 0,
  )

/** The calls that the gateway counted, given to the door that made them or for which the platform did. */
const readCalls = (cloud: LocalCloud, meter: Meter): void => {
  for (const { caller, service, operation, count } of cloud.calls()) {
    const door = caller.replace(sourceSuffix, '')
    meter.called(door, `${service} ${operation}${isFifo(caller, operation) ? ' fifo' : ''}`, count)
    if (caller.endsWith(sourceSuffix) && operation === 'ReceiveMessage') meter.count(door, 'invocations', count)
  }
}

const stageOf = (cloud: LocalCloud, meter: Meter, callback: Stage['desk']['callback'], tableUrl: string): Stage => {
  const settled = async () => {
    await setTimeout(settleMs)
    while (!isQuiet(cloud)) await setTimeout(lookMs)
  }
  const { ready, running } = cloud
  return {
    cloud,
    desk: {
      webhookUrl: ready.webhookUrl,
      webhookSecret: ready.webhookSecret,
      apiUrl: ready.url,
      token: ready.tokens['care-1'] ?? '',
      callback,
      meter,
    },
    settled,
    table: createTableEnd(tableUrl, running.functionNamed('Sweep').definition.environment.BATON_TABLE ?? ''),
    measure: async (play): Promise<Usage> => {
      await settled()
      meter.reset()
      cloud.resetCalls()
      await play()
      await settled()
      readCalls(cloud, meter)
      return meter.usage()
    },
  }
}

/** Where the local cloud looks for a DynamoDB of the developer's own, and the SDK for Bedrock. */
const endpointsOf = (tableUrl: string, modelUrl: string) => ({
  DYNAMODB_ENDPOINT: tableUrl,
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: modelUrl,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
})

/** Sets environment variables; what it returns puts them back. */
const setEnvironment = (variables: Readonly<Record<string, string>>): (() => void) => {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, variables)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

const startCloud = (meter: Meter, callbackUrl: string): Promise<LocalCloud> => {
  const options: LocalCloudOptions = {
    callbackUrl,
    bedrock: true,
    writeLine: (door, line) => {
      meter.count(door, 'logLines')
      meter.count(door, 'logBytes', Buffer.byteLength(line))
    },
    onAnswer: (_method, path) => {
      const door = path.startsWith('/webhooks/') ? 'ReceiveMessage' : 'AgentApi'
      meter.count(door, 'httpRequests')
      meter.count(door, 'invocations')
    },
  }
  return startLocalCloud(options)
}

/** Plays the load against the local cloud, with meters before the table, the model and the company's endpoint. */
export const measureLoad = async (conversations?: number): Promise<LoadRecord> => {
  const meter = createMeter()
  const closing = createClosing()
  try {
    const emulator = await startDynoxide()
    closing.add(() => emulator.close())
    const table = await startMeteredTable(emulator.url, doorIds, meter)
    closing.add(() => table.close())
    const model = await startMeteredModel(meter, 'TakeTurn')
    closing.add(() => model.close())
    const callback = await startLoadCallback(meter, 'DeliverMessage')
    closing.add(() => callback.close())
    closing.add(setEnvironment(endpointsOf(table.url, model.url)))
    const cloud = await startCloud(meter, callback.url)
    closing.add(() => cloud.close())
    return await playLoad(stageOf(cloud, meter, callback, emulator.url), conversations)
  } finally {
    await closing.closeAll()
  }
}
