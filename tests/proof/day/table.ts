import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import {
  erasurePk,
  handoffPrefix,
  type Key,
  linePk,
  messagePrefix,
  owedErasureKey,
  owedErasurePrefix,
  stateKey,
  threadPk,
  waitingPrefix,
} from '#shared/aws/dynamo-keys.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'
import { threadOf } from '#tests/support/inbound.ts'
import type { Day } from './day.ts'

/** A record as the table holds it. The operator's hand makes of it what hours would have made. */
type Stored = Record<string, unknown>

const itemsOf = async ({ table }: Day, pk: string, prefix: string): Promise<Stored[]> => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    }),
  )
  return Items
}

export const messagesIn = (day: Day, threadId: string) => itemsOf(day, threadPk(threadId), messagePrefix)
export const messagesOf = (day: Day, thread: string) => messagesIn(day, threadOf(thread))
export const handoffsOf = (day: Day, thread: string) => itemsOf(day, threadPk(threadOf(thread)), handoffPrefix)
export const waitingIn = (day: Day, team: string) => itemsOf(day, linePk(team), waitingPrefix)

export const stateOf = async ({ table }: Day, thread: string): Promise<ThreadState> => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, ConsistentRead: true, Key: stateKey(threadOf(thread)) }),
  )
  return Item as unknown as ThreadState
}

export const put = async ({ table }: Day, item: Stored): Promise<void> => {
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }))
}

/** The look that an erasure is owed is owed now, as if it were so long ago. */
export const oweErasureNow = async (day: Day, id: string, agoMs = 0): Promise<void> => {
  const owed = (await itemsOf(day, erasurePk, owedErasurePrefix)).find((one) => one.id === id)
  if (!owed) throw new Error(`erasure ${id} is owed no look`)
  // The sweep goes by the table's clock, which tells whole seconds.
  const due = Date.now() - 60_000
  await put(day, { ...owed, ...owedErasureKey(due, id), due, at: Number(owed.at) - agoMs })
  await day.table.client.send(new DeleteCommand({ TableName: day.table.name, Key: keyOf(owed) }))
}

/** Overwrites fields of one record. */
export const rewrite = async ({ table }: Day, key: Key, fields: Stored): Promise<void> => {
  const names = Object.keys(fields)
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { ...key },
      UpdateExpression: `SET ${names.map((_name, n) => `#f${n} = :f${n}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#f${n}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, n) => [`:f${n}`, fields[name]])),
    }),
  )
}

export const rewriteState = (day: Day, thread: string, fields: Stored): Promise<void> =>
  rewrite(day, stateKey(threadOf(thread)), fields)

export const keyOf = ({ pk, sk }: Stored): Key => ({ pk: String(pk), sk: String(sk) })
