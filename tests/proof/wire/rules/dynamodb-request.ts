import { isObject } from '#infra/local/json.ts'
import type { Surroundings } from '../surroundings.ts'
import { type Item, itemBytes } from './attribute-value.ts'
import { type Part, partFaults, targetOf } from './dynamodb.ts'

type Input = Readonly<Record<string, unknown>>

const transactionLimit = 100
const transactionBytes = 4 * 1_024 * 1_024
const getLimit = 100
const writeLimit = 25

const repeated = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((one, n) => texts.indexOf(one) !== n)),
]

const entriesOf = (value: unknown): Input[] => (Array.isArray(value) ? value.filter(isObject) : [])

const transactionFaults = (surroundings: Surroundings, input: Input): string[] => {
  const entries = entriesOf(input.TransactItems)
  const parts = entries.flatMap((entry) => Object.values(entry).filter(isObject) as Part[])
  const bytes = parts.reduce((sum, { Item }) => sum + itemBytes(Item ?? {}), 0)
  return [
    ...(entries.length > transactionLimit ? [`a transaction has ${entries.length} items`] : []),
    ...(bytes > transactionBytes ? [`a transaction has ${bytes} bytes`] : []),
    ...entries
      .filter((entry) => Object.keys(entry).length !== 1)
      .map((entry) => `one item of a transaction is ${Object.keys(entry).join(' and ') || 'nothing'}`),
    ...repeated(parts.map((part) => targetOf(surroundings, part))).map(
      (target) => `a transaction meets ${target} twice`,
    ),
    ...parts.flatMap((part, n) => partFaults(surroundings, 'part', part).map((fault) => `item ${n}: ${fault}`)),
  ]
}

const batchGetFaults = (surroundings: Surroundings, input: Input): string[] => {
  const parts = Object.entries(isObject(input.RequestItems) ? input.RequestItems : {}).flatMap(([TableName, request]) =>
    entriesOf(isObject(request) ? request.Keys : []).map((Key): Part => ({ TableName, Key: Key as Item })),
  )
  return [
    ...(parts.length > getLimit ? [`a batch reads ${parts.length} keys`] : []),
    ...repeated(parts.map((part) => targetOf(surroundings, part))).map((target) => `a batch reads ${target} twice`),
    ...parts.flatMap((part) => partFaults(surroundings, 'BatchGetItem', part)),
  ]
}

const batchWriteFaults = (surroundings: Surroundings, input: Input): string[] => {
  const parts = Object.entries(isObject(input.RequestItems) ? input.RequestItems : {}).flatMap(
    ([TableName, requests]) =>
      entriesOf(requests).flatMap((request) =>
        Object.values(request)
          .filter(isObject)
          .map((part): Part => ({ ...part, TableName })),
      ),
  )
  return [
    ...(parts.length > writeLimit ? [`a batch writes ${parts.length} records`] : []),
    ...repeated(parts.map((part) => targetOf(surroundings, part))).map((target) => `a batch writes ${target} twice`),
    ...parts.flatMap((part) => partFaults(surroundings, 'BatchWriteItem', part)),
  ]
}

/** What DynamoDB refuses though its model lets it pass. */
export const dynamodbFaults = (surroundings: Surroundings, operation: string, input: Input): readonly string[] => {
  if (operation.startsWith('Transact')) return transactionFaults(surroundings, input)
  if (operation === 'BatchGetItem') return batchGetFaults(surroundings, input)
  if (operation === 'BatchWriteItem') return batchWriteFaults(surroundings, input)
  return partFaults(surroundings, operation, input as Part)
}
