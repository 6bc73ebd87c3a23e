import { asStrings, type JsonObject } from '../json.ts'
import { QueueError } from './errors.ts'
import { md5, md5OfAttributes, type ReceivedMessage } from './message.ts'
import type { LocalQueue } from './queue.ts'
import { attributesOf, batchEntries, newMessage, receiptHandle, sizeOf, whole } from './queue-requests.ts'
import type { Queues } from './queues.ts'

type Operation = (queue: LocalQueue, input: JsonObject, signal: AbortSignal) => Promise<JsonObject> | JsonObject

const batchBytes = 1_048_576
const twelveHours = 43_200

const sequenceNumber = (sequence: number): string => String(sequence).padStart(20, '0')

const send = (queue: LocalQueue, input: JsonObject): JsonObject => {
  const { id, sequence } = queue.send(newMessage(input, queue.settings))
  const attributes = md5OfAttributes(attributesOf(input.MessageAttributes))
  return {
    MessageId: id,
    MD5OfMessageBody: md5(String(input.MessageBody)),
    ...(attributes ? { MD5OfMessageAttributes: attributes } : {}),
    ...(queue.settings.fifo ? { SequenceNumber: sequenceNumber(sequence) } : {}),
  }
}

/** Runs every entry for itself: a bad one is listed as failed and the others still count. */
const batched =
  (run: (queue: LocalQueue, entry: JsonObject) => JsonObject): Operation =>
  (queue, input) => {
    const successful: JsonObject[] = []
    const failed: JsonObject[] = []
    for (const entry of batchEntries(input)) {
      try {
        successful.push({ Id: entry.Id ?? null, ...run(queue, entry) })
      } catch (error) {
        if (!(error instanceof QueueError)) throw error
        failed.push({ Id: entry.Id ?? null, SenderFault: true, Code: error.code, Message: error.message })
      }
    }
    return { Successful: successful, Failed: failed }
  }

const sendBatch: Operation = (queue, input, signal) => {
  const bytes = batchEntries(input).reduce((sum, entry) => sum + sizeOf(entry), 0)
  if (bytes > batchBytes) throw new QueueError('BatchRequestTooLong', `The batch is longer than ${batchBytes} bytes.`)
  return batched(send)(queue, input, signal)
}

const remove = (queue: LocalQueue, input: JsonObject): JsonObject => {
  queue.delete(receiptHandle(input))
  return {}
}

const changeVisibility = (queue: LocalQueue, input: JsonObject): JsonObject => {
  const seconds = whole(input.VisibilityTimeout, 'VisibilityTimeout', 0, twelveHours)
  if (seconds === undefined) throw new QueueError('MissingParameter', 'VisibilityTimeout is required.')
  queue.changeVisibility(receiptHandle(input), seconds)
  return {}
}

/** A message's system attributes, as SQS and Lambda's event source both name them. */
export const systemAttributes = ({ message }: ReceivedMessage): Record<string, string> => ({
  SenderId: 'LOCAL',
  SentTimestamp: String(message.sentAtMs),
  ApproximateReceiveCount: String(message.receiveCount),
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAtMs ?? message.sentAtMs),
  ...(message.groupId === undefined ? {} : { MessageGroupId: message.groupId }),
  ...(message.deduplicationId === undefined ? {} : { MessageDeduplicationId: message.deduplicationId }),
  ...(message.groupId === undefined ? {} : { SequenceNumber: sequenceNumber(message.sequence) }),
})

const wanted = <Value>(all: Record<string, Value>, names: string[]): Record<string, Value> => {
  const isWanted = (name: string) =>
    names.some(
      (pattern) =>
        pattern === 'All' ||
        (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1).replace(/\.$/, '')) : pattern === name),
    )
  return Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name)))
}

const received = (one: ReceivedMessage, input: JsonObject): JsonObject => {
  const names = [...asStrings(input.AttributeNames), ...asStrings(input.MessageSystemAttributeNames)]
  const system = wanted(systemAttributes(one), names)
  const own = wanted({ ...one.message.attributes }, asStrings(input.MessageAttributeNames))
  const digest = md5OfAttributes(own)
  return {
    MessageId: one.message.id,
    ReceiptHandle: one.receiptHandle,
    Body: one.message.body,
    MD5OfBody: md5(one.message.body),
    ...(Object.keys(system).length > 0 ? { Attributes: system } : {}),
    ...(digest ? { MessageAttributes: JSON.parse(JSON.stringify(own)), MD5OfMessageAttributes: digest } : {}),
  }
}

const receive: Operation = async (queue, input, signal) => {
  const visibilitySeconds = whole(input.VisibilityTimeout, 'VisibilityTimeout', 0, twelveHours)
  const waitSeconds = whole(input.WaitTimeSeconds, 'WaitTimeSeconds', 0, 20)
  const messages = await queue.receive({
    count: whole(input.MaxNumberOfMessages, 'MaxNumberOfMessages', 1, 10) ?? 1,
    ...(visibilitySeconds === undefined ? {} : { visibilitySeconds }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
    signal,
  })
  return messages.length === 0 ? {} : { Messages: messages.map((message) => received(message, input)) }
}

const getAttributes: Operation = (queue, input) => {
  const { visible, inFlight, delayed } = queue.depth()
  const all = {
    QueueArn: queue.settings.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.settings.visibilitySeconds),
    MessageRetentionPeriod: String(queue.settings.retentionSeconds),
    ...(queue.settings.fifo ? { FifoQueue: 'true' } : {}),
  }
  return { Attributes: wanted(all, asStrings(input.AttributeNames)) }
}

const operations: Readonly<Record<string, Operation>> = {
  SendMessage: send,
  SendMessageBatch: sendBatch,
  ReceiveMessage: receive,
  DeleteMessage: remove,
  DeleteMessageBatch: batched(remove),
  ChangeMessageVisibility: changeVisibility,
  ChangeMessageVisibilityBatch: batched(changeVisibility),
  GetQueueAttributes: getAttributes,
  PurgeQueue: (queue) => {
    queue.purge()
    return {}
  },
}

export const queueNameOf = (input: JsonObject): string =>
  String(input.QueueUrl ?? '')
    .split('/')
    .at(-1) ?? ''

/** Answers one SQS call of the JSON protocol, or throws a QueueError. */
export const callQueue = async (queues: Queues, name: string, input: JsonObject, signal: AbortSignal) => {
  const operation = operations[name]
  if (!operation) throw new QueueError('UnsupportedOperation', `${name} is not offered by the local cloud.`)
  const queue = queues.byName(queueNameOf(input))
  if (!queue) throw new QueueError('QueueDoesNotExist', 'The specified queue does not exist.')
  return operation(queue, input, signal)
}
