import type {
  AttributeValue,
  BatchGetItemCommandInput,
  DeleteItemCommandInput,
  GetItemCommandInput,
  PutItemCommandInput,
  QueryCommandInput,
  TransactWriteItem,
  TransactWriteItemsCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { bytesOf, type Item, textOf } from './attribute.ts'
import { type Bindings, condition } from './expression.ts'
import { keyRange } from './key-range.ts'
import type { SimulatedTable } from './simulated-table.ts'
import { type CancellationReason, TableError } from './table-error.ts'
import { updated } from './update.ts'

const transactionItems = 100
const tokenLifeMs = 600_000
const itemLimit = 400 * 1024

interface Write extends Bindings {
  readonly key: Item
  readonly ConditionExpression?: string | undefined
  readonly ReturnValuesOnConditionCheckFailure?: string | undefined
  /** What is there afterwards, of what was there; undefined: nothing any more. */
  readonly next: (old: Item | undefined) => Item | undefined
}

const keyed = (item: Readonly<Record<string, AttributeValue>> = {}): Item => {
  const { pk, sk } = item
  if (!pk?.S || !sk?.S) throw new TableError('ValidationException', 'pk and sk must be texts that are not empty')
  return { pk, sk }
}

const putOf = (input: Pick<PutItemCommandInput, 'Item' | keyof Bindings>): Write => ({
  ...input,
  key: keyed(input.Item),
  next: () => input.Item,
})

const updateOf = (input: Pick<UpdateItemCommandInput, 'Key' | 'UpdateExpression' | keyof Bindings>): Write => {
  const key = keyed(input.Key)
  return { ...input, key, next: (old) => updated(old ?? key, input.UpdateExpression ?? '', input) }
}

const deleteOf = (input: Pick<DeleteItemCommandInput, 'Key' | keyof Bindings>): Write => ({
  ...input,
  key: keyed(input.Key),
  next: () => undefined,
})

const writeOf = ({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): Write => {
  if (Put) return putOf(Put)
  if (Update) return updateOf(Update)
  if (Delete) return deleteOf(Delete)
  const key = keyed(ConditionCheck?.Key)
  return { ...ConditionCheck, key, next: (old) => old }
}

/** The calls of DynamoDB that Baton makes, answered from memory; conditions, limits and refusals as it documents them. */
export class TableApi {
  readonly #table: SimulatedTable
  readonly #now: () => number
  readonly #tokens = new Map<string, { readonly at: number; readonly body: string }>()

  constructor(table: SimulatedTable, now: () => number) {
    this.#table = table
    this.#now = now
  }

  /** @throws TableError */
  call(operation: string, input: unknown): unknown {
    switch (operation) {
      case 'GetItem':
        return this.#get(input as GetItemCommandInput)
      case 'BatchGetItem':
        return this.#batchGet(input as BatchGetItemCommandInput)
      case 'Query':
        return this.#query(input as QueryCommandInput)
      case 'PutItem':
        return this.#write(putOf(input as PutItemCommandInput))
      case 'UpdateItem':
        return this.#update(input as UpdateItemCommandInput)
      case 'DeleteItem':
        return this.#write(deleteOf(input as DeleteItemCommandInput))
      case 'TransactWriteItems':
        return this.#transact(input as TransactWriteItemsCommandInput)
      default:
        throw new TableError('UnknownOperationException', operation)
    }
  }

  #get({ Key }: GetItemCommandInput): unknown {
    const { pk, sk } = keyed(Key)
    const found = this.#table.get(textOf(pk), textOf(sk))
    return found ? { Item: found } : {}
  }

  #batchGet({ RequestItems = {} }: BatchGetItemCommandInput): unknown {
    const read = (key: Item): readonly Item[] => {
      const found = this.#table.get(textOf(key.pk), textOf(key.sk))
      return found ? [found] : []
    }
    const Responses = Object.entries(RequestItems).map(([table, { Keys = [] }]) => [table, Keys.flatMap(read)])
    return { Responses: Object.fromEntries(Responses), UnprocessedKeys: {} }
  }

  #query(input: QueryCommandInput): unknown {
    const { items, last } = this.#table.walk({
      index: input.IndexName,
      range: keyRange(input.KeyConditionExpression ?? '', input),
      forward: input.ScanIndexForward ?? true,
      limit: input.Limit ?? Number.POSITIVE_INFINITY,
      after: input.ExclusiveStartKey,
    })
    const counted = { Count: items.length, ScannedCount: items.length, ...(last && { LastEvaluatedKey: last }) }
    return input.Select === 'COUNT' ? counted : { ...counted, Items: items }
  }

  #write(write: Write): unknown {
    const failed = this.#failure(write)
    if (failed) throw new TableError('ConditionalCheckFailedException', 'The conditional request failed', [failed])
    this.#apply([write])
    return {}
  }

  #transact({ TransactItems = [], ClientRequestToken: token }: TransactWriteItemsCommandInput): unknown {
    const body = JSON.stringify(TransactItems)
    if (token !== undefined && this.#isRepeat(token, body)) return {}
    if (TransactItems.length > transactionItems) throw new TableError('ValidationException', 'too many items')
    const writes = TransactItems.map(writeOf)
    const keys = new Set(writes.map(({ key }) => JSON.stringify(key)))
    if (keys.size < writes.length) throw new TableError('ValidationException', 'one item twice in a transaction')
    const reasons = writes.map((write) => this.#failure(write) ?? { Code: 'None' })
    if (reasons.some(({ Code }) => Code !== 'None'))
      throw new TableError('TransactionCanceledException', 'Transaction cancelled', reasons)
    this.#apply(writes)
    if (token !== undefined) this.#tokens.set(token, { at: this.#now(), body })
    return {}
  }

  /** The same token within ten minutes is the same request. */
  #isRepeat(token: string, body: string): boolean {
    const known = this.#tokens.get(token)
    for (const [old, { at }] of this.#tokens) {
      if (this.#now() - at < tokenLifeMs) break
      this.#tokens.delete(old)
    }
    if (!known || this.#now() - known.at >= tokenLifeMs) return false
    if (known.body !== body) throw new TableError('IdempotentParameterMismatchException', 'another request')
    return true
  }

  #update(input: UpdateItemCommandInput): unknown {
    const write = updateOf(input)
    const answer = this.#write(write)
    const { pk, sk } = write.key
    return input.ReturnValues === 'ALL_NEW' ? { Attributes: this.#table.get(textOf(pk), textOf(sk)) } : answer
  }

  #failure(write: Write): CancellationReason | undefined {
    const { key, ConditionExpression: text } = write
    const old = this.#table.get(textOf(key.pk), textOf(key.sk))
    if (text === undefined || condition(text)(old, write)) return undefined
    const shown = write.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && old !== undefined
    return { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', ...(shown && { Item: old }) }
  }

  /** All or nothing: an item that is too large is known before the first is written. */
  #apply(writes: readonly Write[]): void {
    const results = writes.map(({ key, next }) => {
      const [pk, sk] = [textOf(key.pk), textOf(key.sk)]
      return { pk, sk, item: next(this.#table.get(pk, sk)) }
    })
    if (results.some(({ item }) => item && bytesOf(item) > itemLimit))
      throw new TableError('ValidationException', 'Item size has exceeded the maximum allowed size')
    for (const { pk, sk, item } of results) {
      if (item) this.#table.put(item)
      else this.#table.delete(pk, sk)
    }
  }
}
