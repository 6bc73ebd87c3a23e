import { setTimeout as delay } from 'node:timers/promises'
import type { CallCounter } from '../gateway/call-counter.ts'
import { type Locks, withKey } from '../iam/key-access.ts'
import type { Role } from '../iam/role.ts'
import { asFlag, asNumber, asObject, asStrings } from '../json.ts'
import type { LocalFunction } from '../lambda/local-function.ts'
import type { LocalQueue } from '../queue/queue.ts'
import { StartError } from '../stack/errors.ts'
import type { Resource } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'
import { doneMessages, queueEvent } from './queue-event.ts'

export interface EventSource {
  close(): Promise<void>
}

export interface EventSourceSetting {
  readonly queue: LocalQueue
  readonly lambda: LocalFunction
  readonly region: string
  readonly batchSize: number
  readonly reportsFailures: boolean
  /** Batches that may be in the function's hands at once. */
  readonly concurrency: number
  readonly counter: CallCounter
  /** The function's: Lambda polls the queue in its name. */
  readonly role: Role
  /** @default no queue lies under a key */
  readonly locks?: Locks
}

/** AWS starts with five and goes up; more would only be more threads here. */
const defaultConcurrency = 5
const pollSeconds = 20
const closeWithinMs = 2_000
const needed = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']

/** Reads a mapping of the template. As AWS does, refuses one whose function may not read the queue. */
export const eventSourceSetting = (
  stack: Stack,
  mapping: Resource,
  queue: LocalQueue,
  role: Role,
): Pick<EventSourceSetting, 'batchSize' | 'reportsFailures' | 'concurrency'> => {
  const missing = needed.find((action) => !role.wouldAllow({ action, resource: queue.settings.arn }))
  if (missing) {
    throw new StartError(
      `event source ${mapping.id}: the function's role does not allow ${missing} on ${queue.settings.name}`,
    )
  }
  const { BatchSize, FunctionResponseTypes, ScalingConfig, Enabled } = stack.properties(mapping)
  const most = asNumber(asObject(ScalingConfig).MaximumConcurrency, defaultConcurrency)
  return {
    batchSize: asNumber(BatchSize, 10),
    reportsFailures: asStrings(FunctionResponseTypes).includes('ReportBatchItemFailures'),
    concurrency: Enabled === undefined || asFlag(Enabled) ? Math.min(most, defaultConcurrency) : 0,
  }
}

/** Brings a queue's messages to a function. What it does not finish comes back when its visibility ends. */
export const startEventSource = (setting: EventSourceSetting): EventSource => {
  const { queue, lambda, counter, role, locks = new Map() } = setting
  const closing = new AbortController()
  const count = (operation: string) => {
    counter.add(`${lambda.definition.name} event source`, 'sqs', operation)
    const request = { action: `sqs:${operation.replace(/Batch$/, '')}`, resource: queue.settings.arn }
    for (const one of withKey(locks, request)) role.ask(one)
  }
  // Lambda looks at the queue before it polls it.
  role.ask({ action: 'sqs:GetQueueAttributes', resource: queue.settings.arn })

  const deliver = async () => {
    const { batchSize } = setting
    const batch = await queue.receive({
      count: Math.min(batchSize, 10),
      waitSeconds: pollSeconds,
      signal: closing.signal,
    })
    if (batch.length === 0) return
    count('ReceiveMessage')
    const event = queueEvent(batch, queue.settings.arn, setting.region)
    // A thrown error is a failed batch: nothing is deleted, all of it returns.
    const result = await lambda.invoke(event).catch(() => undefined)
    if (result === undefined) return
    const done = doneMessages(batch, result, setting.reportsFailures)
    for (const { receiptHandle } of done) remove(receiptHandle)
    if (done.length > 0) count('DeleteMessageBatch')
  }

  const remove = (receiptHandle: string) => {
    try {
      queue.delete(receiptHandle)
    } catch {
      // Its visibility ended while the function ran: the message is somebody else's by now.
    }
  }

  const poll = async () => {
    while (!closing.signal.aborted) await deliver()
  }

  const pollers = Array.from({ length: setting.concurrency }, poll)
  return {
    close: async () => {
      closing.abort()
      // A batch still running gets a moment; what it leaves undone comes back after a restart.
      await Promise.race([Promise.all(pollers), delay(closeWithinMs, undefined, { ref: false })])
    },
  }
}
