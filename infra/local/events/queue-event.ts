import { asList, asObject, isObject, type Json, type JsonObject } from '../json.ts'
import { type MessageAttribute, md5, type ReceivedMessage } from '../queue/message.ts'
import { systemAttributes } from '../queue/queue-api.ts'

const attributeOf = ({ DataType, StringValue, BinaryValue }: MessageAttribute): JsonObject => ({
  dataType: DataType,
  ...(StringValue === undefined ? {} : { stringValue: StringValue }),
  ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
})

const recordOf = (received: ReceivedMessage, queueArn: string, region: string): JsonObject => ({
  messageId: received.message.id,
  receiptHandle: received.receiptHandle,
  body: received.message.body,
  attributes: systemAttributes(received),
  messageAttributes: Object.fromEntries(
    Object.entries(received.message.attributes).map(([name, value]) => [name, attributeOf(value)]),
  ),
  md5OfBody: md5(received.message.body),
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
})

/** A batch as Lambda hands it to a function. */
export const queueEvent = (batch: readonly ReceivedMessage[], queueArn: string, region: string): JsonObject => ({
  Records: batch.map((received) => recordOf(received, queueArn, region)),
})

/**
 * Which messages of a batch are done. An answer that Lambda cannot read, or that names a message not in the batch,
 * leaves all of them undone.
 */
export const doneMessages = (batch: readonly ReceivedMessage[], result: Json, reportsFailures: boolean) => {
  const answered = isObject(result) ? result.batchItemFailures : undefined
  if (!reportsFailures || answered === undefined || answered === null) return [...batch]
  const failed = asList(answered).map((failure) => asObject(failure).itemIdentifier)
  const known = new Set<Json | undefined>(batch.map(({ message }) => message.id))
  if (!failed.every((id) => known.has(id))) return []
  return batch.filter(({ message }) => !failed.includes(message.id))
}
