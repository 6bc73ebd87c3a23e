import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { erasurePk, erasureReceiptKey, owedErasureKey, owedErasurePrefix, timeKey } from '../aws/dynamo-keys.ts'
import { queryAll, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { type ErasureLedger, type ErasureReceipt, type OwedErasure, receiptOf } from './erasure.ts'

/** More wait for the next minute. */
const atOnce = 5

export const dynamoErasureLedger = ({ client, name: TableName }: DynamoTable): ErasureLedger => ({
  keep: async (owed, before) => {
    const items = [
      { Put: { TableName, Item: { ...owedErasureKey(owed.due, owed.id), ...owed } } },
      { Put: { TableName, Item: { ...erasureReceiptKey(owed.id), ...receiptOf(owed) } } },
    ]
    const moved = before && before.due !== owed.due
    const old = moved ? [{ Delete: { TableName, Key: { ...owedErasureKey(before.due, owed.id) } } }] : []
    await client.send(new TransactWriteCommand({ TransactItems: [...items, ...old] }))
  },

  due: async (now) => {
    const items = await queryAll(
      { client, name: TableName },
      {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': erasurePk,
          ':first': owedErasurePrefix,
          ':last': `${owedErasurePrefix}${timeKey(now)}~`,
        },
      },
      atOnce,
    )
    return items.map((item) => withoutKeys<OwedErasure>(item))
  },

  /** The receipt first: what is owed is found again, should this end in between. */
  finish: async (owed, verifiedAt) => {
    const { due, ...done } = receiptOf(owed)
    const receipt: ErasureReceipt = { ...done, verifiedAt }
    await client.send(new PutCommand({ TableName, Item: { ...erasureReceiptKey(owed.id), ...receipt } }))
    await client.send(new DeleteCommand({ TableName, Key: { ...owedErasureKey(owed.due, owed.id) } }))
    return receipt
  },

  read: async (id) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, ConsistentRead: true, Key: { ...erasureReceiptKey(id) } }),
    )
    return Item && withoutKeys<ErasureReceipt>(Item)
  },
})
