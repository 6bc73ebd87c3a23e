import { asNumber, asObject, type Json, type JsonObject } from '../json.ts'
import { QueueError } from './errors.ts'
import type { MessageAttribute, MessageAttributes } from './message.ts'
import type { NewMessage } from './queue.ts'
import type { QueueSettings } from './queue-settings.ts'

// XML 1.0's characters, which SQS allows; lone surrogates cannot travel at all.
const notAllowed = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const invalid = (message: string) => new QueueError('InvalidParameterValue', message)
const missing = (name: string) => new QueueError('MissingParameter', `The request must contain the parameter ${name}.`)

export const attributesOf = (value: Json | undefined): MessageAttributes =>
  Object.fromEntries(
    Object.entries(asObject(value)).map(([name, raw]): [string, MessageAttribute] => {
      const { DataType, StringValue, BinaryValue } = asObject(raw)
      return [
        name,
        {
          DataType: String(DataType),
          ...(typeof StringValue === 'string' ? { StringValue } : {}),
          ...(typeof BinaryValue === 'string' ? { BinaryValue } : {}),
        },
      ]
    }),
  )

export const sizeOf = (entry: JsonObject): number => {
  const attributes = Object.entries(attributesOf(entry.MessageAttributes))
  const bytes = attributes.map(([name, { DataType, StringValue, BinaryValue }]) =>
    Buffer.byteLength(name + DataType + (StringValue ?? BinaryValue ?? '')),
  )
  return bytes.reduce((sum, next) => sum + next, Buffer.byteLength(String(entry.MessageBody ?? '')))
}

const checkBody = (entry: JsonObject, settings: QueueSettings): string => {
  const body = entry.MessageBody
  if (typeof body !== 'string' || body === '') throw missing('MessageBody')
  if (notAllowed.test(body)) {
    throw new QueueError('InvalidMessageContents', 'Invalid characters found: only those of XML 1.0 are allowed.')
  }
  if (sizeOf(entry) > settings.maximumBytes) {
    throw invalid(`Message must be shorter than ${settings.maximumBytes} bytes.`)
  }
  return body
}

const fifoPart = (entry: JsonObject, settings: QueueSettings) => {
  if (typeof entry.MessageGroupId !== 'string') throw missing('MessageGroupId')
  if (asNumber(entry.DelaySeconds, 0) !== 0) throw invalid('DelaySeconds is not valid for a message of a FIFO queue.')
  const given = entry.MessageDeduplicationId
  if (typeof given !== 'string' && !settings.contentBasedDeduplication) {
    throw invalid('The queue should have ContentBasedDeduplication enabled or MessageDeduplicationId provided.')
  }
  return { groupId: entry.MessageGroupId, ...(typeof given === 'string' ? { deduplicationId: given } : {}) }
}

const standardPart = (entry: JsonObject) => {
  const seconds = entry.DelaySeconds
  if (seconds === undefined || seconds === null) return {}
  if (typeof seconds !== 'number' || seconds < 0 || seconds > 900) throw invalid('DelaySeconds must be 0 to 900.')
  return { delaySeconds: seconds }
}

/** Checks one message as SendMessage does; the same fields make an entry of a batch. */
export const newMessage = (entry: JsonObject, settings: QueueSettings): NewMessage => ({
  body: checkBody(entry, settings),
  attributes: attributesOf(entry.MessageAttributes),
  ...(settings.fifo ? fifoPart(entry, settings) : standardPart(entry)),
})

export const whole = (value: Json | undefined, name: string, from: number, to: number): number | undefined => {
  if (value === undefined || value === null) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || number < from || number > to) throw invalid(`${name} must be ${from} to ${to}.`)
  return number
}

export const receiptHandle = (entry: JsonObject): string => {
  if (typeof entry.ReceiptHandle !== 'string') throw missing('ReceiptHandle')
  return entry.ReceiptHandle
}

const batchId = /^[\w-]{1,80}$/

/** A batch's entries, refused as a whole only for what AWS refuses as a whole. */
export const batchEntries = (input: JsonObject): JsonObject[] => {
  const entries = (Array.isArray(input.Entries) ? input.Entries : []).map(asObject)
  if (entries.length === 0) throw new QueueError('EmptyBatchRequest', 'The batch request has no entries.')
  if (entries.length > 10) throw new QueueError('TooManyEntriesInBatchRequest', 'At most 10 entries are allowed.')
  const ids = entries.map(({ Id }) => String(Id))
  if (ids.some((id) => !batchId.test(id))) throw new QueueError('InvalidBatchEntryId', 'An entry id is malformed.')
  if (new Set(ids).size < ids.length) throw new QueueError('BatchEntryIdsNotDistinct', 'Two entries have the same id.')
  return entries
}
