import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { messageKey } from '../aws/dynamo-keys.ts'
import { patchExpressions } from '../aws/dynamo-patch.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { DeliveryStore } from './delivery-store.ts'
import { dynamoThreadReader } from './dynamo-thread-reader.ts'
import type { Message } from './message.ts'

interface DeliveryRecord extends Message {
  readonly listKey: string
  readonly listSort: string
}

export const dynamoDeliveryStore = (table: DynamoTable): DeliveryStore => ({
  read: dynamoThreadReader(table).readMessage,

  settle: async ({ threadId, at, id }, to, cause) => {
    const patch = patchExpressions<DeliveryRecord>(messageKey(threadId, at, id), {
      expect: { delivery: 'pending' },
      set: { delivery: to, ...(cause && { deliveryCause: cause }) },
      remove: ['listKey', 'listSort'],
    })
    try {
      await table.client.send(new UpdateCommand({ TableName: table.name, ...patch }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  },
})
