import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type * as z from 'zod/mini'
import { readJson } from '../channel/read-json.ts'
import { following } from '../log/correlation.ts'
import { errorName } from '../log/error-name.ts'
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

/** A group that comes so often may be what ended the runs before: a crash, or a time-out, brings back the whole batch. */
const suspectReceives = 3

const receivesOf = (records: readonly QueueRecord<unknown>[]): number =>
  Math.max(...records.map(({ receiveCount }) => receiveCount))

/**
 * First all groups that nobody suspects, side by side; then the others, one by one, once from the front and once from
 * behind: whichever of them ends the run, those before it are done by then, and those behind it the next time.
 */
const courseOf = <Group extends readonly [string, readonly QueueRecord<unknown>[]]>(
  groups: readonly Group[],
): readonly (readonly Group[])[] => {
  const suspects = groups.filter(([, records]) => receivesOf(records) >= suspectReceives)
  const receives = Math.max(0, ...suspects.map(([, records]) => receivesOf(records)))
  const inTurn = receives % 2 === 0 ? suspects.toReversed() : suspects
  return [groups.filter((group) => !suspects.includes(group)), ...inTurn.map((group) => [group])]
}

/** Until the work is done, or for so long; without a limit until it is done. */
const headStart = async (work: Promise<unknown>, ms: number | undefined): Promise<void> => {
  if (ms === undefined) return void (await work)
  const over = Promise.withResolvers<void>()
  const timer = setTimeout(over.resolve, ms)
  await Promise.race([work, over.promise])
  clearTimeout(timer)
}

export interface GroupOptions {
  /** For this long at most one group is waited for by those after it, where waiting for somebody else is what takes time. */
  readonly headStartMs?: number
}

/**
 * Hands the records of each FIFO group to `handle`, groups side by side while all goes well. A group that fails comes
 * back whole, so that its order holds; a record that cannot be read comes back alone, until the queue parks it.
 */
export const handleGroups = async <Schema extends z.ZodMiniType>(
  event: SQSEvent,
  schema: Schema,
  log: Log,
  handle: GroupHandler<z.output<Schema>>,
  { headStartMs }: GroupOptions = {},
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
    const groupId = groupIdOf(record)
    if (!parsed?.success) {
      following([groupId], () => fail([record.messageId], 'unreadable body'))
      continue
    }
    const receiveCount = Number(record.attributes.ApproximateReceiveCount)
    const group = groups.get(groupId) ?? []
    groups.set(groupId, group)
    group.push({ id: record.messageId, receipt: record.receiptHandle, body: parsed.data, receiveCount })
  }

  const handleOne = ([groupId, records]: readonly [string, QueueRecord<z.output<Schema>>[]]): Promise<void> =>
    following([groupId], async () => {
      try {
        failed.push(...(await handle(groupId, records)))
      } catch (error) {
        const ids = records.map(({ id }) => id)
        fail(ids, errorName(error))
      }
    })
  const begun: Promise<unknown>[] = []
  for (const sideBySide of courseOf([...groups])) {
    const work = Promise.all(sideBySide.map(handleOne))
    begun.push(work)
    await headStart(work, headStartMs)
  }
  await Promise.all(begun)
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
