import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { modelBudgetKey } from '../aws/dynamo-keys.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { DayCounter } from './day-budget.ts'

/** Long enough to look back at a month. */
const keptMs = 40 * 24 * 3_600_000

/** One item a day. A call whose answer was lost may be counted twice: the budget ends sooner then, never later. */
export const dynamoDayCounter = (table: DynamoTable): DayCounter => ({
  add: async (day, { calls, tokens }) => {
    const { Attributes = {} } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...modelBudgetKey(day) },
        UpdateExpression: 'SET #ttl = :ttl ADD #calls :calls, #tokens :tokens',
        ExpressionAttributeNames: { '#ttl': 'ttl', '#calls': 'calls', '#tokens': 'tokens' },
        ExpressionAttributeValues: {
          ':calls': calls,
          ':tokens': tokens,
          ':ttl': Math.ceil((Date.parse(day) + keptMs) / 1_000),
        },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return { calls: Number(Attributes.calls), tokens: Number(Attributes.tokens) }
  },
})
