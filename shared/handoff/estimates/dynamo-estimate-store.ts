import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { estimatesKey } from '../../aws/dynamo-keys.ts'
import { withoutKeys } from '../../aws/dynamo-read.ts'
import type { DynamoTable } from '../../aws/dynamo-table.ts'
import type { EstimateStore, Estimates } from './estimate-store.ts'

const daySeconds = 86_400

export const dynamoEstimateStore = (table: DynamoTable): EstimateStore => ({
  // A query, because the doors that read it have the right to that already.
  read: async () => {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': estimatesKey.pk, ':sk': estimatesKey.sk },
      }),
    )
    return Items[0] && withoutKeys<Estimates>(Items[0])
  },

  write: async (estimates) => {
    const ttl = Math.ceil(estimates.at / 1_000) + daySeconds
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...estimatesKey, ...estimates, ttl } }))
  },
})
