import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { customerKey } from '../aws/dynamo-keys.ts'
import { withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { Customer, CustomerStore } from './customer.ts'

export const dynamoCustomerStore = (table: DynamoTable): CustomerStore => ({
  read: async (id) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, ConsistentRead: true, Key: customerKey(id) }),
    )
    return Item && withoutKeys<Customer>(Item)
  },

  write: async (customer) => {
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...customerKey(customer.id), ...customer } }),
    )
  },
})
