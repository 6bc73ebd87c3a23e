import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'

export interface FifoEntry {
  readonly MessageGroupId: string
  readonly MessageDeduplicationId: string
  readonly MessageBody: string
}

/** Of a batch; and all its bodies together may be as long as one message may be, 1 MiB. */
const mostEntries = 10
const mostBytes = 1024 * 1024

/** As many to a batch as it holds, in their order. */
const batchesOf = (entries: readonly FifoEntry[]): readonly (readonly FifoEntry[])[] => {
  const batches: FifoEntry[][] = []
  let bytes = 0
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody)
    const last = batches.at(-1)
    bytes += size
    if (last && last.length < mostEntries && bytes <= mostBytes) last.push(entry)
    else {
      batches.push([entry])
      bytes = size
    }
  }
  return batches
}

/**
 * Sends them batch by batch, which keeps the order of each group; what is alone in its batch goes alone. A batch may answer
 * 200 with failed entries: the first that has some ends it.
 * @returns the deduplication ids of those that were not kept, of this batch
 */
export const sendBatches = async (
  sqs: SQSClient,
  QueueUrl: string,
  entries: readonly FifoEntry[],
): Promise<readonly string[]> => {
  for (const batch of batchesOf(entries)) {
    const [only] = batch
    if (only && batch.length === 1) {
      await sqs.send(new SendMessageCommand({ QueueUrl, ...only }))
      continue
    }
    const Entries = batch.map((entry, index) => ({ Id: String(index), ...entry }))
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
    if (Failed.length > 0) return Failed.map(({ Id }) => batch[Number(Id)]?.MessageDeduplicationId ?? 'unknown')
  }
  return []
}
