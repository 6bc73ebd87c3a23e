import { asList, asObject, isObject, type Json, type JsonObject } from '../json.ts'
import type { Stack } from '../stack/template.ts'

/** Names of the partition keys: of a table by its name, of an index by `<table>/<index>`. */
export type PartitionKeys = ReadonlyMap<string, string>

const hashOf = (schema: Json | undefined): string =>
  String(
    asList(schema)
      .map(asObject)
      .find(({ KeyType }) => KeyType === 'HASH')?.AttributeName,
  )

export const partitionKeysOf = (stack: Stack): PartitionKeys =>
  new Map(
    stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').flatMap((table): [string, string][] => {
      const { KeySchema, GlobalSecondaryIndexes } = stack.properties(table)
      const indexes = asList(GlobalSecondaryIndexes).map(asObject)
      return [
        [table.id, hashOf(KeySchema)],
        ...indexes.map((index): [string, string] => [`${table.id}/${index.IndexName}`, hashOf(index.KeySchema)]),
      ]
    }),
  )

/** An attribute value without its type. */
const plain = (value: Json | undefined): string[] => {
  const [inner] = isObject(value) ? Object.values(value) : []
  return inner === undefined ? [] : [String(inner)]
}

const ofRecord = (record: Json | undefined, key: string): string[] => plain(asObject(record)[key])

const ofCondition = (input: JsonObject, key: string): string[] => {
  const names = asObject(input.ExpressionAttributeNames)
  const equalities = String(input.KeyConditionExpression ?? '').matchAll(/([#\w]+)\s*=\s*(:\w+)/g)
  for (const [, name = '', value = ''] of equalities) {
    if (String(names[name] ?? name) === key) return plain(asObject(input.ExpressionAttributeValues)[value])
  }
  return []
}

/** The partition key values that one part of a call names, for `dynamodb:LeadingKeys`. */
export const leadingKeys = (input: JsonObject, key: string): string[] => [
  ...ofRecord(input.Item, key),
  ...ofRecord(input.Key, key),
  ...asList(input.Keys).flatMap((record) => ofRecord(record, key)),
  ...ofCondition(input, key),
]
