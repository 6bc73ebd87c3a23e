import { isObject } from '#infra/local/json.ts'
import type { QueueSurroundings, Surroundings } from '../surroundings.ts'

type Input = Readonly<Record<string, unknown>>

const mostBytes = 1_048_576
const batchMost = 10

/** XML 1.0's characters, https://www.w3.org/TR/REC-xml/#charsets; all others are InvalidMessageContents. */
const strange = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
/** Letters, digits and punctuation, at most 128 of them. */
const fifoId = /^[A-Za-z0-9!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]{1,128}$/
const batchId = /^[A-Za-z0-9_-]{1,80}$/

const between = (name: string, value: unknown, least: number, most: number): string[] =>
  value === undefined || (Number.isInteger(value) && Number(value) >= least && Number(value) <= most)
    ? []
    : [`${name} is ${String(value)}, not ${least} to ${most}`]

const idFaults = (name: string, value: unknown): string[] =>
  value === undefined || fifoId.test(String(value)) ? [] : [`${name} is not 1 to 128 letters, digits and signs`]

const bodyFaults = (body: string): string[] => [
  ...(body === '' ? ['a message is empty'] : []),
  ...(strange.test(body) ? ['a message has characters outside of XML 1.0'] : []),
  ...(Buffer.byteLength(body) > mostBytes ? [`a message has ${Buffer.byteLength(body)} bytes`] : []),
]

const fifoFaults = (entry: Input, { contentBasedDeduplication }: QueueSurroundings): string[] => [
  ...(entry.MessageGroupId === undefined ? ['a message of a FIFO queue has no MessageGroupId'] : []),
  ...(entry.MessageDeduplicationId === undefined && !contentBasedDeduplication
    ? ['a message of a FIFO queue has no MessageDeduplicationId']
    : []),
  ...(entry.DelaySeconds === undefined ? [] : ['a message of a FIFO queue has DelaySeconds of its own']),
]

const messageFaults = (entry: Input, queue: QueueSurroundings): string[] => [
  ...bodyFaults(String(entry.MessageBody ?? '')),
  ...idFaults('MessageGroupId', entry.MessageGroupId),
  ...idFaults('MessageDeduplicationId', entry.MessageDeduplicationId),
  ...between('DelaySeconds', entry.DelaySeconds, 0, 900),
  ...(queue.fifo ? fifoFaults(entry, queue) : []),
  ...(!queue.fifo && entry.MessageDeduplicationId !== undefined
    ? ['a message of a standard queue has a MessageDeduplicationId']
    : []),
]

const batchFaults = (entries: readonly Input[]): string[] => {
  const ids = entries.map(({ Id }) => String(Id))
  const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(String(MessageBody ?? '')), 0)
  return [
    ...(entries.length < 1 || entries.length > batchMost ? [`a batch has ${entries.length} entries`] : []),
    ...(new Set(ids).size < ids.length ? ['two entries of a batch have the same id'] : []),
    ...ids.filter((id) => !batchId.test(id)).map((id) => `a batch has an entry of the id ${id}`),
    ...(bytes > mostBytes ? [`a batch has ${bytes} bytes`] : []),
  ]
}

const visibility = (entry: Input): string[] => between('VisibilityTimeout', entry.VisibilityTimeout, 0, 43_200)

const receiveFaults = (input: Input, { fifo }: QueueSurroundings): string[] => [
  ...between('MaxNumberOfMessages', input.MaxNumberOfMessages, 1, 10),
  ...between('WaitTimeSeconds', input.WaitTimeSeconds, 0, 20),
  ...visibility(input),
  ...(!fifo && input.ReceiveRequestAttemptId !== undefined
    ? ['only a FIFO queue knows a ReceiveRequestAttemptId']
    : []),
]

/** What SQS refuses though its model lets it pass. */
export const sqsFaults = (surroundings: Surroundings, operation: string, input: Input): readonly string[] => {
  const queue = surroundings.queue(String(input.QueueUrl))
  if (!queue) return [`there is no queue ${String(input.QueueUrl)}`]
  const entries = Array.isArray(input.Entries) ? input.Entries.filter(isObject) : []
  if (operation.endsWith('Batch')) {
    const each = operation === 'SendMessageBatch' ? (entry: Input) => messageFaults(entry, queue) : visibility
    return [...batchFaults(entries), ...entries.flatMap(each)]
  }
  if (operation === 'SendMessage') return messageFaults(input, queue)
  return operation === 'ReceiveMessage' ? receiveFaults(input, queue) : visibility(input)
}
