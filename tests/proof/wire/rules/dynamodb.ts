import type { KeySchema, Surroundings, TableSurroundings } from '../surroundings.ts'
import { attributeFaults, type Item, itemBytes, itemBytesLimit } from './attribute-value.ts'
import { bareNames, expressionFaults, expressionMembers, placeholderFaults, tokensOf } from './expression.ts'
import { keyConditionFaults } from './key-condition.ts'
import { indexKeyFaults, keyFaults, timeToLiveFaults } from './keys.ts'
import { type Placeholders, updateFaults } from './update.ts'

/** One table's part of a request: the request itself, or one entry of a transaction or a batch. */
export interface Part {
  readonly TableName?: string
  /** Where a whole table is meant, not what is in it. */
  readonly TableArn?: string
  readonly IndexName?: string
  readonly Key?: Item
  readonly Item?: Item
  readonly ExclusiveStartKey?: Item
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues?: Item
  readonly [member: string]: unknown
}

const placeholdersOf = (part: Part): Placeholders => ({
  names: part.ExpressionAttributeNames ?? {},
  values: part.ExpressionAttributeValues ?? {},
})

const valueFaults = (fields: Item | undefined): string[] =>
  Object.entries(fields ?? {}).flatMap(([name, value]) => attributeFaults(value).map((fault) => `${name} ${fault}`))

const itemFaults = (table: TableSurroundings, item: Item): string[] => {
  const size = itemBytes(item)
  return [
    ...keyFaults(table, item, false),
    ...indexKeyFaults(table, item),
    ...timeToLiveFaults(table, item),
    ...valueFaults(item),
    ...(size > itemBytesLimit ? [`the item has ${size} bytes, over ${itemBytesLimit}`] : []),
  ]
}

const sameNames = (record: Item, names: readonly (string | undefined)[]): boolean => {
  const wanted = new Set(names.filter((name) => name !== undefined))
  return Object.keys(record).length === wanted.size && Object.keys(record).every((name) => wanted.has(name))
}

const queryFaults = (table: TableSurroundings, part: Part): string[] => {
  const index = part.IndexName === undefined ? undefined : table.indexes[part.IndexName]
  if (part.IndexName !== undefined && !index) return [`there is no index ${part.IndexName}`]
  const keys: KeySchema = index ?? table
  const { names } = placeholdersOf(part)
  const bare = (member: 'ProjectionExpression' | 'FilterExpression') => {
    const tokens = tokensOf(String(part[member] ?? '')) ?? []
    return [...bareNames(member, tokens), ...tokens.flatMap(({ kind, text }) => (kind === 'name' ? [names[text]] : []))]
  }
  const start = part.ExclusiveStartKey
  const startNames = [keys.partition, keys.sort, table.partition, table.sort]
  const absent = bare('ProjectionExpression').filter(
    (name) => index?.projected && !index.projected.includes(name ?? ''),
  )
  const filtered = bare('FilterExpression').filter((name) => name === keys.partition || name === keys.sort)
  const condition = String(part.KeyConditionExpression ?? '')
  return [
    ...keyConditionFaults(table, keys, condition, placeholdersOf(part)),
    ...(index && part.ConsistentRead === true ? ['an index cannot be read consistently'] : []),
    ...(start && !sameNames(start, startNames) ? ['a start key names other attributes than the keys'] : []),
    ...absent.map((name) => `the index does not hold ${name}`),
    ...filtered.map((name) => `a filter asks for ${name}, which is a key`),
    ...(part.Select === 'COUNT' && part.ProjectionExpression !== undefined ? ['a count projects nothing'] : []),
  ]
}

/** What is wrong with one part, beyond what the model says. */
export const partFaults = (surroundings: Surroundings, operation: string, part: Part): readonly string[] => {
  const name = part.TableName ?? part.TableArn?.split('/').at(-1)
  const table = surroundings.table(name ?? '')
  if (!table) return [`there is no table ${name}`]
  const given = expressionMembers.filter((member) => part[member] !== undefined)
  const update = part.UpdateExpression
  return [
    ...given.flatMap((member) => expressionFaults(member, String(part[member]))),
    ...placeholderFaults(part),
    ...[part.ExpressionAttributeValues, part.Key, part.ExclusiveStartKey].flatMap(valueFaults),
    ...(part.Key ? keyFaults(table, part.Key, true) : []),
    ...(part.Item ? itemFaults(table, part.Item) : []),
    ...(update === undefined ? [] : updateFaults(table, String(update), placeholdersOf(part))),
    ...(operation === 'Query' ? queryFaults(table, part) : []),
  ]
}

/** The one record that a part is about, as a text. */
export const targetOf = (surroundings: Surroundings, part: Part): string => {
  const table = surroundings.table(part.TableName ?? '')
  const record = part.Key ?? part.Item ?? {}
  const names = [table?.partition, table?.sort].filter((name) => name !== undefined)
  return JSON.stringify([part.TableName, ...names.map((name) => record[name])])
}
