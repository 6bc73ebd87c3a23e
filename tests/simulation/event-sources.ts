import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { doneMessages, queueEvent } from '#infra/local/events/queue-event.ts'
import type { Json } from '#infra/local/json.ts'
import type { ReceivedMessage } from '#infra/local/queue/message.ts'
import type { LocalQueue } from '#infra/local/queue/queue.ts'
import { eventSource } from './stack-doors.ts'
import type { Outcome } from './world.ts'

/**
 * Brings a queue's messages to a function, as Lambda does: batches of ten, several at once, what is done deleted, and
 * the rest back when its visibility ends. The answered function looks once; true when it handed something over.
 */
export const feed = (
  queue: LocalQueue,
  invoke: (event: SQSEvent) => Promise<Outcome<SQSBatchResponse>>,
): (() => boolean) => {
  let active = 0
  const hand = async (batch: readonly ReceivedMessage[]) => {
    active += 1
    const outcome = await invoke(queueEvent(batch, queue.settings.arn, 'us-east-1') as unknown as SQSEvent)
    active -= 1
    if (outcome.kind !== 'answered') return
    for (const { receiptHandle } of doneMessages(batch, outcome.value as unknown as Json, eventSource.partialFailures))
      remove(queue, receiptHandle)
  }
  return () => {
    if (active >= eventSource.concurrency) return false
    const batch = queue.takeNow(eventSource.batchSize)
    if (batch.length > 0) void hand(batch)
    return batch.length > 0
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
