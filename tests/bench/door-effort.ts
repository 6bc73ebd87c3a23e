import { fork } from 'node:child_process'
import { once } from 'node:events'
import { startCallback } from '#infra/local/demo/callback.ts'
import { type LocalCloud, startLocalCloud } from '#infra/local/desk/local-cloud.ts'
import type { FunctionDefinition } from '#infra/local/lambda/function-definition.ts'
import { addressOf, inbound, threadOf } from '#tests/support/inbound.ts'
import { messageEvent, signatureOf } from '#tests/support/signed-request.ts'
import type { DoorEffort, DoorWork } from './door-worker.ts'
import { rounded } from './median.ts'

const warm = 40
const counted = 160
const numbers = Array.from({ length: warm + counted }, (_, number) => number)

const queueRecord = (group: string, id: number, body: unknown) => ({
  Records: [
    {
      messageId: `record-${id}`,
      receiptHandle: `receipt-${id}`,
      body: JSON.stringify(body),
      attributes: { MessageGroupId: group, ApproximateReceiveCount: '1' },
    },
  ],
})

/** Every one a thread of its own, so that each turn is a conversation's first. */
const turnEvents = () =>
  numbers.map((number) => {
    const key = `effort-${number}`
    const message = inbound({ key, text: 'How many days do I have to send back a lamp?', receivedAt: Date.now() })
    return queueRecord(threadOf(key), number, { ...message, dedupeId: key })
  })

const deliveryEvents = () =>
  numbers.map((number) => {
    const key = `effort-${number}`
    const message = { id: `out_${number}`, at: Date.now(), author: { kind: 'assistant' }, text: 'Sixty days.' }
    const outbound = { version: 1, threadId: threadOf(key), address: addressOf(key), message, repeated: false }
    return queueRecord(threadOf(key), number, outbound)
  })

const webhookEvents = (secret: string) =>
  numbers.map((number) => {
    const [id, timestamp, body] = [`msg-${number}`, Math.floor(Date.now() / 1_000), messageEvent()]
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf({ secret, body, timestamp, id }),
    }
    const http = { method: 'POST', path: '/webhooks/standard' }
    return { headers, body, isBase64Encoded: false, pathParameters: { channel: 'standard' }, requestContext: { http } }
  })

/** What Lambda's own start-up script gives Node for a function's memory: nine tenths to old objects, a twentieth to new ones. */
const runtimeFlags = (memoryMegabytes: number): string[] => [
  `--max-old-space-size=${Math.floor(memoryMegabytes * 0.9)}`,
  `--max-semi-space-size=${Math.floor(memoryMegabytes * 0.05)}`,
]

/** What a door spends on events one after the other, in a process of its own. */
export const effortOf = async (
  { folder, environment, memoryMegabytes }: Pick<FunctionDefinition, 'folder' | 'environment' | 'memoryMegabytes'>,
  events: readonly unknown[],
  warmEvents = warm,
): Promise<DoorEffort> => {
  const child = fork(new URL('./door-worker.ts', import.meta.url), [], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    execArgv: runtimeFlags(memoryMegabytes),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const work: DoorWork = { folder, events, warm: warmEvents }
  child.send(work)
  const [effort] = (await once(child, 'message')) as [DoorEffort]
  return {
    cpuMsPerEvent: rounded(effort.cpuMsPerEvent),
    medianCpuMs: rounded(effort.medianCpuMs),
    rssMegabytes: rounded(effort.rssMegabytes, 0),
  }
}

const measureDoors = async ({ ready, running }: LocalCloud): Promise<Readonly<Record<string, DoorEffort>>> => {
  const events = {
    ReceiveMessage: webhookEvents(ready.webhookSecret),
    TakeTurn: turnEvents(),
    DeliverMessage: deliveryEvents(),
  }
  const efforts: Record<string, DoorEffort> = {}
  for (const [door, list] of Object.entries(events))
    efforts[door] = await effortOf(running.functionNamed(door).definition, list)
  return efforts
}

/**
 * CPU time of one warm event and the most memory a process of the door took, emulators' time not counted. Connections
 * here are plain HTTP: AWS's encrypted ones cost a little more.
 */
export const measureDoorEffort = async (): Promise<Readonly<Record<string, DoorEffort>>> => {
  const callback = await startCallback()
  const cloud = await startLocalCloud({ callbackUrl: callback.url })
  try {
    callback.trust(cloud.ready.callbackSecret)
    return await measureDoors(cloud)
  } finally {
    await cloud.close()
    await callback.close()
  }
}
