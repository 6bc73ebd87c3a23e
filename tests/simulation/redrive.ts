import type { LocalQueue } from '#infra/local/queue/queue.ts'

const atOnce = 10

/** Sends what a dead-letter queue holds back to where it came from, as SQS does: as new messages, in their order. */
export const redrive = (dead: LocalQueue, source: LocalQueue): number => {
  let moved = 0
  for (let batch = dead.takeNow(atOnce); batch.length > 0; batch = dead.takeNow(atOnce))
    for (const { message, receiptHandle } of batch) {
      const { body, attributes, groupId, deduplicationId } = message
      source.send({
        body,
        attributes,
        ...(groupId !== undefined && { groupId }),
        ...(deduplicationId !== undefined && { deduplicationId }),
      })
      dead.delete(receiptHandle)
      moved += 1
    }
  return moved
}
