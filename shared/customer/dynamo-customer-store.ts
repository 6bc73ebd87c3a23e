import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { customerKey, customerSpendingKey } from '../aws/dynamo-keys.ts'
import { withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { Customer, CustomerStore } from './customer.ts'
import type { SenderSpending } from './spending.ts'

export const dynamoCustomerStore = (table: DynamoTable): CustomerStore => ({
  read: async (id) => {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': customerKey(id).pk },
      }),
    )
    const at = (sk: string) => Items.find((item) => item.sk === sk)
    const [profile, spending] = [at(customerKey(id).sk), at(customerSpendingKey(id).sk)]
    return {
      ...(profile && { customer: withoutKeys<Customer>(profile) }),
      ...(spending && { spending: withoutKeys<SenderSpending>(spending) }),
    }
  },

  write: async (customer) => {
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...customerKey(customer.id), ...customer } }),
    )
  },
})
