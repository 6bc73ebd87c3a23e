import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type Key, whatIfJobKey, whatIfJobsPk, whatIfPageKey, whatIfPagesPk } from '../../aws/dynamo-keys.ts'
import { alive, queryAll, withoutKeys } from '../../aws/dynamo-read.ts'
import type { DynamoTable } from '../../aws/dynamo-table.ts'
import { isUnderWay, keptMs, type StandingOfRun, type WhatIfJob } from './job.ts'
import type { ToldDifference } from './told-difference.ts'
import type { WhatIfJobs } from './what-if-jobs.ts'

const deletesAtOnce = 25
/** Seconds, as DynamoDB takes it: an answer goes a week after its question. */
const ttlOf = ({ askedAt }: WhatIfJob): number => Math.ceil((askedAt + keptMs) / 1_000)

const unlessRefused = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

export const dynamoWhatIfJobs = (table: DynamoTable): WhatIfJobs => {
  const { client, name: TableName } = table

  const ofPartition = (pk: string, more: object = {}) =>
    queryAll(table, {
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ...more,
    })

  const write = (id: string, standing: StandingOfRun, condition: string, values: object) =>
    unlessRefused(
      client.send(
        new UpdateCommand({
          TableName,
          Key: whatIfJobKey(id),
          UpdateExpression: 'SET standing = :standing',
          ConditionExpression: condition,
          ...(condition.includes('#state') && { ExpressionAttributeNames: { '#state': 'state' } }),
          ExpressionAttributeValues: { ':standing': standing, ':run': standing.runId, ...values },
        }),
      ),
    )

  const remove = async (keys: readonly Key[]): Promise<void> => {
    for (let from = 0; from < keys.length; from += deletesAtOnce)
      await Promise.all(
        keys.slice(from, from + deletesAtOnce).map((Key) => client.send(new DeleteCommand({ TableName, Key }))),
      )
  }

  const pagesOf = async (id: string) =>
    (await ofPartition(whatIfPagesPk(id), { ProjectionExpression: 'pk, sk, threadIds' })).map(
      ({ pk, sk, threadIds }) => ({
        key: { pk: String(pk), sk: String(sk) },
        threadIds: threadIds as readonly string[],
      }),
    )

  const drop = async (id: string): Promise<void> => remove((await pagesOf(id)).map(({ key }) => key))

  const all = async (): Promise<readonly WhatIfJob[]> =>
    (await ofPartition(whatIfJobsPk)).map((item) => withoutKeys<WhatIfJob>(item))

  return {
    ask: (job) =>
      unlessRefused(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...whatIfJobKey(job.id), ...job, ttl: ttlOf(job) },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      ),

    withdraw: (id) => remove([whatIfJobKey(id)]),

    read: async (id) => {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: { ...whatIfJobKey(id) }, ConsistentRead: true }),
      )
      const [item] = alive(table, Item ? [Item] : [])
      return item && withoutKeys<WhatIfJob>(item)
    },

    all,

    begin: (id, standing) =>
      write(id, standing, 'standing.#state = :queued OR standing.runId = :run', { ':queued': 'queued' }),

    goOn: (id, standing) => write(id, standing, 'standing.runId = :run', {}),

    keep: async (job, page, differences) => {
      const threadIds = [...new Set(differences.map(({ threadId }) => threadId))]
      const Item = { ...whatIfPageKey(job.id, page), threadIds, differences, ttl: ttlOf(job) }
      await client.send(new PutCommand({ TableName, Item }))
    },

    differences: async (id, page) => {
      const items = await queryAll(
        table,
        {
          KeyConditionExpression: 'pk = :pk AND sk >= :from',
          ExpressionAttributeValues: { ':pk': whatIfPagesPk(id), ':from': whatIfPageKey(id, page).sk },
        },
        2,
      )
      const differences = (items[0]?.differences ?? []) as readonly ToldDifference[]
      return { differences, ...(items[1] && { next: page + 1 }) }
    },

    drop,

    forget: async (threadIds) => {
      if (threadIds.length === 0) return 0
      let forgotten = 0
      const jobs = await ofPartition(whatIfJobsPk, { ProjectionExpression: 'pk, sk, id, standing' })
      for (const { id, standing } of jobs.map((item) => withoutKeys<WhatIfJob>(item))) {
        if (standing.state === 'queued') continue
        const pages = await pagesOf(id)
        const isQuoting = pages.some((page) => page.threadIds.some((one) => threadIds.includes(one)))
        if (!isQuoting && !isUnderWay(standing)) continue
        // First the job: a run that is under way finds it gone, and takes away what it writes meanwhile.
        await remove([whatIfJobKey(id)])
        await remove(pages.map(({ key }) => key))
        forgotten += 1
      }
      return forgotten
    },
  }
}
