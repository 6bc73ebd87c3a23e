import { asFlag, asNumber, asObject, type JsonObject } from '../json.ts'

export interface Redrive {
  readonly deadLetterArn: string
  readonly maxReceiveCount: number
}

export interface QueueSettings {
  readonly name: string
  readonly arn: string
  readonly fifo: boolean
  readonly contentBasedDeduplication: boolean
  /** With `messageGroup`, the same deduplication id may be used in two groups. */
  readonly deduplicationScope: 'queue' | 'messageGroup'
  readonly visibilitySeconds: number
  readonly delaySeconds: number
  readonly retentionSeconds: number
  readonly receiveWaitSeconds: number
  readonly maximumBytes: number
  readonly redrive?: Redrive
}

const fourDays = 345_600
const oneMebibyte = 1_048_576

const redriveOf = (value: JsonObject): Redrive | undefined =>
  value.deadLetterTargetArn === undefined
    ? undefined
    : { deadLetterArn: String(value.deadLetterTargetArn), maxReceiveCount: asNumber(value.maxReceiveCount, 10) }

/** Reads AWS::SQS::Queue properties, with the defaults of AWS. */
export const queueSettings = (name: string, arn: string, properties: JsonObject): QueueSettings => {
  const redrive = redriveOf(asObject(properties.RedrivePolicy))
  return {
    name,
    arn,
    fifo: asFlag(properties.FifoQueue),
    contentBasedDeduplication: asFlag(properties.ContentBasedDeduplication),
    deduplicationScope: properties.DeduplicationScope === 'messageGroup' ? 'messageGroup' : 'queue',
    visibilitySeconds: asNumber(properties.VisibilityTimeout, 30),
    delaySeconds: asNumber(properties.DelaySeconds, 0),
    retentionSeconds: asNumber(properties.MessageRetentionPeriod, fourDays),
    receiveWaitSeconds: asNumber(properties.ReceiveMessageWaitTimeSeconds, 0),
    maximumBytes: asNumber(properties.MaximumMessageSize, oneMebibyte),
    ...(redrive ? { redrive } : {}),
  }
}
