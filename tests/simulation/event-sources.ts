import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { doneMessages, queueEvent } from '#infra/local/events/queue-event.ts'
import type { Json } from '#infra/local/json.ts'
import type { ReceivedMessage } from '#infra/local/queue/message.ts'
import type { LocalQueue } from '#infra/local/queue/queue.ts'
import { eventSource } from './stack-doors.ts'
import type { Outcome } from './world.ts'

export interface Growth {
  readonly perSecond: number
  readonly now: () => number
}

/**
 * Brings a queue's messages to a function, as Lambda does: batches of ten, several at once, what is done deleted, and
 * the rest back when its visibility ends. The answered function looks once; true when it handed something over.
 */
export const feed = (
  queue: LocalQueue,
  invoke: (event: SQSEvent) => Promise<Outcome<SQSBatchResponse>>,
  growth: Growth,
): (() => boolean) => {
  let active = 0
  const most = growing(growth)
  const hand = async (batch: readonly ReceivedMessage[]) => {
    active += 1
    const outcome = await invoke(queueEvent(batch, queue.settings.arn, 'us-east-1') as unknown as SQSEvent)
    active -= 1
    if (outcome.kind !== 'answered') return
    for (const { receiptHandle } of doneMessages(batch, outcome.value as unknown as Json, eventSource.partialFailures))
      remove(queue, receiptHandle)
  }
  return () => {
    if (active >= most(active)) return false
    const batch = queue.takeNow(eventSource.batchSize)
    if (batch.length > 0) void hand(batch)
    return batch.length > 0
  }
}

/** How many batches at once: as many as Lambda begins with, and more each second while that is not enough. */
const growing = ({ perSecond, now }: Growth) => {
  const concurrency: number = eventSource.concurrency
  let [most, since] = [concurrency, 0]
  return (active: number): number => {
    if (active < most) since = now()
    if (active === 0) most = concurrency
    const seconds = Math.floor((now() - since) / 1_000)
    if (seconds > 0) [most, since] = [most + seconds * perSecond, now()]
    return most
  }
}

/** One whose visibility ended meanwhile is not deleted: it comes again. */
const remove = (queue: LocalQueue, receiptHandle: string): void => {
  try {
    queue.delete(receiptHandle)
  } catch {
    // As in AWS: the receipt of an older receive deletes nothing.
  }
}
