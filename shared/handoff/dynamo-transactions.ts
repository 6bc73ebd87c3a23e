import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { keptFor, type Retention } from '../config/kept-for.ts'
import type { Change, Committed, Refusal, Transactions } from './change.ts'
import { changeItems, type TransactItem } from './dynamo-change-item.ts'

/** Lets a throttled or conflicting transaction pass as "try again", and everything unknown as the error it is. */
const retryable = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/** One item of a transaction, and the change it belongs to. */
interface Part {
  readonly kind: Change['kind']
  readonly index: number
  readonly item: TransactItem
}

const refusalsOf = (parts: readonly Part[], error: TransactionCanceledException): readonly Refusal[] =>
  (error.CancellationReasons ?? []).flatMap((reason, at): Refusal[] => {
    const part = parts[at]
    if (reason.Code !== 'ConditionalCheckFailed' || !part) return []
    const { kind, index } = part
    return [{ kind, index, ...(reason.Item && { existing: unmarshall(reason.Item) }) }]
  })

/** @param kept a number keeps everything for so many days */
export const dynamoTransactions = (table: DynamoTable, kept: Retention | number): Transactions => ({
  commit: async (attemptId, changes): Promise<Committed> => {
    const { recordDays, textDays } = keptFor(typeof kept === 'number' ? { recordDays: kept } : kept)
    const options = { tableName: table.name, attemptId, recordDays, textDays }
    const parts = changes.flatMap((change, index) =>
      changeItems(options, change).map((item): Part => ({ kind: change.kind, index, item })),
    )
    try {
      // The SDK puts one ClientRequestToken on a call and all its repeats; the attempt id outlives the call.
      await table.client.send(new TransactWriteCommand({ TransactItems: parts.map(({ item }) => item) }))
      return { ok: true }
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const refusals = refusalsOf(parts, error)
      if (refusals.some(({ existing }) => existing?.attemptId === attemptId)) return { ok: true }
      const known = (error.CancellationReasons ?? []).some(({ Code }) => retryable.has(Code ?? ''))
      if (refusals.length === 0 && !known) throw error
      return { ok: false, refusals }
    }
  },
})
