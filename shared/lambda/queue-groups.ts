import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type * as z from 'zod/mini'
import { readJson } from '../channel/read-json.ts'
import type { Log } from '../log/log.ts'

/** One record of a FIFO queue, its body parsed. */
export interface QueueRecord<Body> {
  readonly id: string
  readonly receipt: string
  readonly body: Body
  /** 1 for the first time that the queue hands it out. */
  readonly receiveCount: number
}

/** Does a group's records, in their order; answers the ids that have to come back. Throws when all of them have to. */
export type GroupHandler<Body> = (groupId: string, records: readonly QueueRecord<Body>[]) => Promise<readonly string[]>

/** Powertools' batch processors take one record at a time; a customer's burst is one turn, so groups are ours. */
const groupIdOf = ({ attributes, messageId }: SQSRecord): string => attributes.MessageGroupId ?? messageId

const causeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/**
 * Hands the records of each FIFO group to `handle`, groups side by side. A group that fails comes back whole, so that
 * its order holds; a record that cannot be read comes back alone, until the queue parks it.
 */
export const handleGroups = async <Schema extends z.ZodMiniType>(
  event: SQSEvent,
  schema: Schema,
  log: Log,
  handle: GroupHandler<z.output<Schema>>,
): Promise<SQSBatchResponse> => {
  const groups = new Map<string, QueueRecord<z.output<Schema>>[]>()
  const failed: string[] = []
  const fail = (ids: readonly string[], cause: string) => {
    for (const id of ids) log({ event: 'record.rejected', queueMessageId: id, cause })
    failed.push(...ids)
  }

  for (const record of event.Records) {
    const json = readJson(Buffer.from(record.body))
    const parsed = json.ok ? schema.safeParse(json.value) : undefined
    if (!parsed?.success) {
      fail([record.messageId], 'unreadable body')
      continue
    }
    const groupId = groupIdOf(record)
    const receiveCount = Number(record.attributes.ApproximateReceiveCount)
    const group = groups.get(groupId) ?? []
    groups.set(groupId, group)
    group.push({ id: record.messageId, receipt: record.receiptHandle, body: parsed.data, receiveCount })
  }

  await Promise.all(
    [...groups].map(async ([groupId, records]) => {
      try {
        failed.push(...(await handle(groupId, records)))
      } catch (error) {
        fail(
          records.map(({ id }) => id),
          causeOf(error),
        )
      }
    }),
  )
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
