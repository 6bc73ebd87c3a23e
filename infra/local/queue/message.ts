import { createHash } from 'node:crypto'

export interface MessageAttribute {
  readonly DataType: string
  readonly StringValue?: string
  readonly BinaryValue?: string
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>

/** One message as the queue keeps it: in flight while it has a receipt and is not visible again. */
export interface StoredMessage {
  readonly id: string
  readonly body: string
  readonly attributes: MessageAttributes
  readonly groupId?: string
  readonly deduplicationId?: string
  /** Order of sending, in its queue. */
  readonly sequence: number
  readonly sentAtMs: number
  visibleAtMs: number
  receiveCount: number
  firstReceivedAtMs?: number
  receipt?: string
}

export interface ReceivedMessage {
  readonly message: StoredMessage
  readonly receiptHandle: string
}

export const isInFlight = (message: StoredMessage, nowMs: number): boolean =>
  message.receipt !== undefined && message.visibleAtMs > nowMs

export const md5 = (value: string): string => createHash('md5').update(value, 'utf8').digest('hex')

const lengthPrefixed = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The digest that SDKs compare: each attribute, in order of names, by length-prefixed parts. */
export const md5OfAttributes = (attributes: MessageAttributes): string | undefined => {
  const names = Object.keys(attributes).sort()
  if (names.length === 0) return undefined
  const hash = createHash('md5')
  for (const name of names) {
    const attribute = attributes[name]
    if (!attribute) continue
    const binary = attribute.BinaryValue !== undefined
    hash.update(lengthPrefixed(Buffer.from(name)))
    hash.update(lengthPrefixed(Buffer.from(attribute.DataType)))
    hash.update(Buffer.from([binary ? 2 : 1]))
    hash.update(
      lengthPrefixed(
        binary ? Buffer.from(attribute.BinaryValue ?? '', 'base64') : Buffer.from(attribute.StringValue ?? ''),
      ),
    )
  }
  return hash.digest('hex')
}
