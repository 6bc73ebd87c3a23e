import { setTimeout } from 'node:timers/promises'
import { BatchGetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Key } from './dynamo-keys.ts'
import type { DynamoTable } from './dynamo-table.ts'

export type Item = Record<string, unknown>

const batchLimit = 100
/** What DynamoDB left unread for want of capacity is asked for again, not at once. */
const unreadPauseMs = 25

/** Keys, index attributes and the time to live stay with the adapters. */
export const withoutKeys = <T>(item: Item): T => {
  const { pk, sk, listKey, listSort, ttl, ...record } = item
  return record as T
}

/**
 * Without what is past its time to live. A thread's state stays: whoever writes next finds it there and says so in a
 * condition. A read that leaves `ttl` out sees all, as an erasure does, which takes what has expired as well.
 */
export const alive = <T extends Item>({ clock }: Pick<DynamoTable, 'clock'>, items: readonly T[]): T[] => {
  const now = (clock?.() ?? 0) / 1_000
  return items.filter(({ sk, ttl }) => typeof ttl !== 'number' || ttl > now || sk === '~STATE')
}

/** All items of a query, page after page, up to `limit` if one is given. */
export const queryAll = async (
  table: DynamoTable,
  query: Omit<QueryCommandInput, 'TableName' | 'Limit'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<Item[]> => {
  const items: Item[] = []
  let start: Item | undefined
  do {
    const rest = Number.isFinite(limit) && { Limit: limit - items.length }
    const page = await table.client.send(
      new QueryCommand({ TableName: table.name, ...query, ...rest, ExclusiveStartKey: start }),
    )
    items.push(...alive(table, page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start && items.length < limit)
  return items
}

/** The keys that a query of an index finds, a page at a time. */
export async function* pagesOf(
  table: DynamoTable,
  query: Omit<QueryCommandInput, 'TableName' | 'Limit'>,
): AsyncGenerator<readonly Key[]> {
  let start: Item | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({ TableName: table.name, ...query, ExclusiveStartKey: start }),
    )
    yield (page.Items ?? []).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
    start = page.LastEvaluatedKey
  } while (start)
}

/** The items that exist among these keys, in no particular order; keys may repeat. Strongly consistent, unless said. */
export const getAll = async (
  table: DynamoTable,
  keys: readonly Key[],
  { strongly = true }: { readonly strongly?: boolean } = {},
): Promise<Item[]> => {
  const unique = [...new Map(keys.map(({ pk, sk }) => [`${pk} ${sk}`, { pk, sk }])).values()]
  const items: Item[] = []
  for (let from = 0; from < unique.length; from += batchLimit) {
    let pending: Item[] = unique.slice(from, from + batchLimit)
    while (pending.length > 0) {
      const request = { [table.name]: { Keys: pending, ConsistentRead: strongly } }
      const answer = await table.client.send(new BatchGetCommand({ RequestItems: request }))
      items.push(...alive(table, answer.Responses?.[table.name] ?? []))
      pending = answer.UnprocessedKeys?.[table.name]?.Keys ?? []
      if (pending.length > 0) await setTimeout(unreadPauseMs)
    }
  }
  return items
}
