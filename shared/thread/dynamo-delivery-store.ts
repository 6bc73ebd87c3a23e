import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import { messageKey, undeliveredPlace } from '../aws/dynamo-keys.ts'
import { patchExpressions } from '../aws/dynamo-patch.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { DeliveryStore } from './delivery-store.ts'
import { dynamoThreadReader } from './dynamo-thread-reader.ts'
import { type Message, reportableFrom } from './message.ts'

interface DeliveryRecord extends Message {
  readonly listKey: string
  readonly listSort: string
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

  return {
    read: dynamoThreadReader(table).readMessage,

    settle: ({ threadId, at, id }, to, cause) =>
      update(
        patchExpressions<DeliveryRecord>(messageKey(threadId, at, id), {
          expect: { delivery: 'pending' },
          set: { delivery: to, ...(cause && { deliveryCause: cause }) },
          remove: ['listKey', 'listSort'],
        }),
      ),

    report: async ({ threadId, at, id, to, cause }) => {
      const { ConditionExpression, ExpressionAttributeValues, ...patch } = patchExpressions<DeliveryRecord>(
        messageKey(threadId, at, id),
        {
          expect: {},
          set: { delivery: to, ...(cause && { deliveryCause: cause }) },
          remove: ['listKey', 'listSort'],
        },
      )
      const from = reportableFrom[to].map((delivery, index) => [`:from_${index}`, delivery] as const)
      const before = from.map(([name]) => `#delivery = ${name}`).join(' OR ')
      return update({
        ...patch,
        ConditionExpression: `${ConditionExpression} AND (${before})`,
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ...Object.fromEntries(from) },
      })
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
