import { asList, asObject, type Json } from '#infra/local/json.ts'
import type { RunningStack } from '#infra/local/run-stack.ts'
import type { Stack } from '#infra/local/stack/template.ts'

export interface KeySchema {
  readonly partition: string
  readonly sort?: string
}

export interface IndexSurroundings extends KeySchema {
  /** Undefined: everything is projected. */
  readonly projected?: readonly string[]
}

/** A table as the template has it: what a request has to fit to. */
export interface TableSurroundings extends KeySchema {
  /** Of key attributes, by name: S, N or B. */
  readonly types: Readonly<Record<string, string>>
  readonly indexes: Readonly<Record<string, IndexSurroundings>>
  readonly timeToLive?: string
}

export interface QueueSurroundings {
  readonly fifo: boolean
  readonly contentBasedDeduplication: boolean
}

/** What a request meets that no service model knows: the resources of the template. */
export interface Surroundings {
  table(name: string): TableSurroundings | undefined
  queue(url: string): QueueSurroundings | undefined
}

const keysOf = (schema: Json | undefined): KeySchema => {
  const named = (type: string) =>
    asList(schema)
      .map(asObject)
      .find(({ KeyType }) => KeyType === type)?.AttributeName
  const sort = named('RANGE')
  return { partition: String(named('HASH')), ...(sort !== undefined && { sort: String(sort) }) }
}

const indexOf = (index: Json, table: KeySchema): [string, IndexSurroundings] => {
  const { IndexName, KeySchema: schema, Projection } = asObject(index)
  const keys = keysOf(schema)
  const { ProjectionType, NonKeyAttributes } = asObject(Projection)
  const names = [keys.partition, keys.sort, table.partition, table.sort, ...asList(NonKeyAttributes).map(String)]
  const projected = names.filter((name) => name !== undefined)
  return [String(IndexName), { ...keys, ...(ProjectionType !== 'ALL' && { projected }) }]
}

export const tablesOf = (stack: Stack): ReadonlyMap<string, TableSurroundings> =>
  new Map(
    stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((table) => {
      const {
        KeySchema: schema,
        AttributeDefinitions,
        GlobalSecondaryIndexes,
        TimeToLiveSpecification,
      } = stack.properties(table)
      const keys = keysOf(schema)
      const timeToLive = asObject(TimeToLiveSpecification).AttributeName
      const types = asList(AttributeDefinitions).map(asObject)
      return [
        table.id,
        {
          ...keys,
          types: Object.fromEntries(types.map((one) => [String(one.AttributeName), String(one.AttributeType)])),
          indexes: Object.fromEntries(asList(GlobalSecondaryIndexes).map((index) => indexOf(index, keys))),
          ...(timeToLive !== undefined && { timeToLive: String(timeToLive) }),
        },
      ]
    }),
  )

export const surroundingsOf = ({ stack, queues }: RunningStack): Surroundings => {
  const tables = tablesOf(stack)
  return {
    table: (name) => tables.get(name),
    queue: (url) => queues.byName(url.split('/').at(-1) ?? '')?.settings,
  }
}
