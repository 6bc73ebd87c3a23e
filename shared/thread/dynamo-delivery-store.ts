import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import { messageKey, stateKey, undeliveredPlace } from '../aws/dynamo-keys.ts'
import { patchExpressions } from '../aws/dynamo-patch.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { DeliveryStore } from './delivery-store.ts'
import { dynamoThreadReader } from './dynamo-thread-reader.ts'
import { type Delivery, type Message, reportableFrom } from './message.ts'
import type { ThreadState } from './thread-state.ts'

interface DeliveryRecord extends Message {
  readonly listKey: string
  readonly listSort: string
}

const neverReopened = 'attribute_not_exists(#asTemplate)'

const deliveryIn = (allowed: readonly Delivery[]) => {
  const values = Object.fromEntries(allowed.map((delivery, index) => [`:from_${index}`, delivery]))
  const conditions = Object.keys(values).map((name) => `#delivery = ${name}`)
  return { condition: `(${conditions.join(' OR ')})`, values }
}

export const dynamoDeliveryStore = (table: DynamoTable): DeliveryStore => {
  /** False when the record is not as it has to be. */
  const update = async (patch: Omit<UpdateCommandInput, 'TableName'>): Promise<boolean> => {
    try {
      await table.client.send(new UpdateCommand({ TableName: table.name, ...patch }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  const read = dynamoThreadReader(table).readMessage

  return {
    read,

    settle: ({ threadId, at, id }, to, cause) =>
      update(
        patchExpressions<DeliveryRecord>(messageKey(threadId, at, id), {
          expect: { delivery: 'pending' },
          set: { delivery: to, ...(cause && { deliveryCause: cause }) },
          remove: ['listKey', 'listSort'],
        }),
      ),

    report: async ({ threadId, at, id, to, cause, asTemplate }) => {
      const { ConditionExpression, ...patch } = patchExpressions<DeliveryRecord>(messageKey(threadId, at, id), {
        expect: {},
        set: { delivery: to, ...(cause && { deliveryCause: cause }) },
        remove: ['listKey', 'listSort'],
      })
      const before = deliveryIn(reportableFrom[to])
      return update({
        ...patch,
        // What is told of a text says nothing of the template that went out in its place.
        ConditionExpression: `${ConditionExpression} AND ${before.condition}${asTemplate ? '' : ` AND ${neverReopened}`}`,
        ExpressionAttributeNames: {
          ...patch.ExpressionAttributeNames,
          ...(!asTemplate && { '#asTemplate': 'asTemplate' }),
        },
        ExpressionAttributeValues: { ...patch.ExpressionAttributeValues, ...before.values },
      })
    },

    reopen: async ({ threadId, at, id }) => {
      const { ConditionExpression, ...patch } = patchExpressions<DeliveryRecord>(messageKey(threadId, at, id), {
        expect: {},
        set: { delivery: 'pending', asTemplate: true, ...undeliveredPlace(at) },
        remove: ['partsSent'],
      })
      const before = deliveryIn(reportableFrom.failed)
      await update({
        ...patch,
        ConditionExpression: `${ConditionExpression} AND ${before.condition} AND ${neverReopened}`,
        ExpressionAttributeValues: { ...patch.ExpressionAttributeValues, ...before.values },
      })
      const message = await read(threadId, at, id)
      if (message?.delivery !== 'pending') return undefined
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, ConsistentRead: true, Key: stateKey(threadId) }),
      )
      return Item && { address: (Item as ThreadState & typeof Item).address, message }
    },

    reach: async ({ threadId, at, id }, partsSent) => {
      await update(
        patchExpressions<DeliveryRecord>(messageKey(threadId, at, id), {
          expect: { delivery: 'pending' },
          set: { partsSent },
        }),
      )
    },

    watch: async ({ threadId, at, id }) => {
      const { ConditionExpression, ...patch } = patchExpressions<DeliveryRecord>(messageKey(threadId, at, id), {
        expect: { delivery: 'pending' },
        set: undeliveredPlace(at),
      })
      // The sweep has moved whatever it looks after to the time of its next look.
      await update({ ...patch, ConditionExpression: `${ConditionExpression} AND attribute_not_exists(#listKey)` })
    },
  }
}
