import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { customerSpendingKey } from '../aws/dynamo-keys.ts'
import { withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { SenderSpendings, SpendingStep } from './sender-spendings.ts'
import { periodMs, type SenderSpending, spendingMs } from './spending.ts'

/** Nobody asks for it after its period; an hour more is for clocks that differ. */
const spareMs = spendingMs

type Parts = Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>

const partsOf = (step: SpendingStep, lengthMs: number): Parts => {
  switch (step.kind) {
    case 'begin':
      return {
        UpdateExpression: 'SET #since = :now, #calls = :calls, #ttl = :ttl REMOVE #handedOff',
        ConditionExpression: 'attribute_not_exists(#since) OR #since <= :over',
        ExpressionAttributeValues: {
          ':now': step.now,
          ':calls': step.calls,
          ':ttl': Math.ceil((step.now + lengthMs + spareMs) / 1_000),
          ':over': step.now - lengthMs,
        },
      }
    case 'add':
      return {
        UpdateExpression: 'ADD #calls :more',
        ConditionExpression: 'attribute_exists(#since)',
        ExpressionAttributeValues: { ':more': step.calls },
      }
    case 'call':
      return {
        UpdateExpression: 'ADD #calls :one',
        ConditionExpression: '#calls < :limit',
        ExpressionAttributeValues: { ':one': 1, ':limit': step.limit },
      }
    case 'hand-off':
      return {
        UpdateExpression: 'SET #handedOff = :thread',
        ConditionExpression: 'attribute_exists(#since) AND (attribute_not_exists(#handedOff) OR #handedOff = :thread)',
        ExpressionAttributeValues: { ':thread': step.threadId },
      }
  }
}

/** An expression may name no attribute that it does not use. */
const namesIn = (parts: Parts): Record<string, string> => {
  const used = `${parts.UpdateExpression} ${parts.ConditionExpression}`.match(/#\w+/g) ?? []
  return Object.fromEntries(used.map((name) => [name, name.slice(1)]))
}

const spendingOf = (item: Record<string, unknown>): SenderSpending => withoutKeys<SenderSpending>(item)

export const dynamoSenderSpendings = (table: DynamoTable): SenderSpendings => ({
  step: async (senderId, step, period) => {
    const parts = partsOf(step, periodMs(period))
    try {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { ...customerSpendingKey(senderId, period) },
          ...parts,
          ExpressionAttributeNames: namesIn(parts),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return { ok: true }
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      return { ok: false, existing: error.Item && spendingOf(unmarshall(error.Item)) }
    }
  },
})
