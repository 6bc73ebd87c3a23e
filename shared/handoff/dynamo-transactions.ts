import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { Change, Committed, Refusal, Transactions } from './change.ts'
import { changeItem } from './dynamo-change-item.ts'

/** Lets a throttled or conflicting transaction pass as "try again", and everything unknown as the error it is. */
const retryable = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

const refusalsOf = (changes: readonly Change[], error: TransactionCanceledException): readonly Refusal[] =>
  (error.CancellationReasons ?? []).flatMap((reason, index): Refusal[] => {
    const change = changes[index]
    if (reason.Code !== 'ConditionalCheckFailed' || !change) return []
    return [{ kind: change.kind, index, ...(reason.Item && { existing: unmarshall(reason.Item) }) }]
  })

export const dynamoTransactions = (table: DynamoTable, recordDays: number): Transactions => ({
  commit: async (attemptId, changes): Promise<Committed> => {
    const options = { tableName: table.name, attemptId, recordDays }
    const TransactItems = changes.map((change) => changeItem(options, change))
    try {
      // The SDK puts one ClientRequestToken on a call and all its repeats; the attempt id outlives the call.
      await table.client.send(new TransactWriteCommand({ TransactItems }))
      return { ok: true }
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const refusals = refusalsOf(changes, error)
      if (refusals.some(({ existing }) => existing?.attemptId === attemptId)) return { ok: true }
      const known = (error.CancellationReasons ?? []).some(({ Code }) => retryable.has(Code ?? ''))
      if (refusals.length === 0 && !known) throw error
      return { ok: false, refusals }
    }
  },
})
