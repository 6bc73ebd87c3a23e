import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { byCustomerIndex, customerKey, type Key, messagePrefix, stateKey, threadPk } from '../aws/dynamo-keys.ts'
import { getAll, queryAll, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { Customer } from '../customer/customer.ts'
import { replaceProfile } from '../customer/dynamo-profile.ts'
import { identitiesIn } from '../customer/identity.ts'
import { sendersOf } from '../customer/senders-of.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import { emptyPart } from './dynamo-emptied.ts'
import { contentsOf, partsRead } from './dynamo-thread-contents.ts'
import type { ErasureStore } from './erase-customer.ts'

/** Half of the client's sockets, so that an erasure does not hold up anybody else's request. */
const deletesAtOnce = 25

export const dynamoErasure = (table: DynamoTable): ErasureStore => {
  const { client, name: TableName } = table

  const keysOf = async (input: Omit<QueryCommandInput, 'TableName'>): Promise<Key[]> => {
    const items = await queryAll(table, { ProjectionExpression: 'pk, sk', ...input })
    return items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  }

  const inPartition = (pk: string) => ({
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
  })

  const deleteAll = async (keys: readonly Key[]): Promise<void> => {
    for (let from = 0; from < keys.length; from += deletesAtOnce) {
      const some = keys.slice(from, from + deletesAtOnce)
      await Promise.all(some.map((key) => client.send(new DeleteCommand({ TableName, Key: { ...key } }))))
    }
  }

  /** Only as it was seen: a message that came meanwhile has changed its attempt id. */
  const deleteState = async (threadId: string, seen: ThreadState | undefined): Promise<boolean> => {
    const unchanged = seen
      ? { ConditionExpression: 'attemptId = :seen', ExpressionAttributeValues: { ':seen': seen.attemptId } }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    try {
      await client.send(new DeleteCommand({ TableName, Key: stateKey(threadId), ...unchanged }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  /** What follows `start` in the partitions that have a record of this customer. */
  const indexed = async (customerId: string, start: string): Promise<readonly string[]> => {
    const keys = await keysOf({
      IndexName: byCustomerIndex,
      KeyConditionExpression: 'customerId = :id',
      ExpressionAttributeValues: { ':id': customerId },
    })
    return [...new Set(keys.filter(({ pk }) => pk.startsWith(start)).map(({ pk }) => pk.slice(start.length)))]
  }

  const profileOf = async (id: string): Promise<Customer | undefined> => {
    const [item] = await getAll(table, [customerKey(id)])
    return item && withoutKeys<Customer>(item)
  }

  const withoutProfile = async (ids: readonly string[]): Promise<readonly string[]> => {
    const profiles = new Set((await getAll(table, ids.map(customerKey))).map(({ pk }) => pk))
    return ids.filter((id) => !profiles.has(customerKey(id).pk))
  }

  return {
    withoutProfile,

    peopleOf: async (customerId) => {
      const identities = identitiesIn((await profileOf(customerId))?.verified)
      const senders = [...identities.flatMap(sendersOf), ...(await indexed(customerId, customerKey('').pk))]
      const others = [...new Set(senders)].filter((id) => id !== customerId)
      return { ids: [customerId, ...(await withoutProfile(others))], identities }
    },

    threadsOf: (customerId) => indexed(customerId, threadPk('')),

    readThread: async (threadId) =>
      contentsOf(threadId, await queryAll(table, { ...inPartition(threadPk(threadId)), ...partsRead })),

    eraseThread: async ({ threadId, state }) => {
      const keys = await keysOf(inPartition(threadPk(threadId)))
      const isMessage = ({ sk }: Key) => sk.startsWith(messagePrefix)
      const records = keys.filter(({ sk }) => sk !== stateKey(threadId).sk)
      await deleteAll(records.filter(isMessage))
      await deleteAll(records.filter((key) => !isMessage(key)))
      return deleteState(threadId, state)
    },

    emptyPart: (contents, part, attemptId) => emptyPart(table, contents, part, attemptId),

    eraseProfile: async (customerId, until) => {
      const profile = await profileOf(customerId)
      // What the company wrote since is of another customer.
      if (!profile || profile.updatedAt > until) return 0
      await replaceProfile(table, customerId, undefined)
      return 1 + identitiesIn(profile.verified).length
    },

    eraseSender: async (senderId) => {
      const { pk, sk: profile } = customerKey(senderId)
      const found = (await keysOf(inPartition(pk))).filter(({ sk }) => sk !== profile)
      await deleteAll(found)
      return found.length
    },
  }
}
