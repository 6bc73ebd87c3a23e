import { setTimeout as delay } from 'node:timers/promises'
import { asFlag, asList, asObject, isObject, type Json, type JsonObject } from '../json.ts'
import { StartError } from '../stack/errors.ts'
import type { Resource } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'

/** Asks the emulator, held to no role. */
export type TableCall = (operation: string, input: JsonObject) => Promise<{ ok: boolean; body: JsonObject }>

export const tableCaller =
  (url: string, region: string): TableCall =>
  async (operation, input) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        // The emulator wants a signature to be there; it does not check it.
        'x-amz-date': '20260101T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=LOCAL/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0`,
      },
      body: JSON.stringify(input),
    })
    return { ok: response.ok, body: asObject((await response.json()) as Json) }
  }

// CloudFormation's spelling is the API's, but for throughput: locally every table is on demand.
const indexOf = (index: Json): Json => {
  const { IndexName, KeySchema, Projection } = asObject(index)
  return { IndexName: IndexName ?? null, KeySchema: KeySchema ?? null, Projection: Projection ?? null }
}

export const tableInput = (name: string, properties: JsonObject): JsonObject => ({
  TableName: name,
  AttributeDefinitions: properties.AttributeDefinitions ?? null,
  KeySchema: properties.KeySchema ?? null,
  BillingMode: 'PAY_PER_REQUEST',
  ...(properties.GlobalSecondaryIndexes
    ? { GlobalSecondaryIndexes: asList(properties.GlobalSecondaryIndexes).map(indexOf) }
    : {}),
  ...(properties.LocalSecondaryIndexes
    ? { LocalSecondaryIndexes: asList(properties.LocalSecondaryIndexes).map(indexOf) }
    : {}),
})

const becomesActive = async (call: TableCall, name: string) => {
  for (let wait = 5; wait < 5_000; wait *= 2) {
    const { body } = await call('DescribeTable', { TableName: name })
    if (asObject(body.Table).TableStatus === 'ACTIVE') return
    await delay(wait)
  }
  throw new StartError(`table ${name} does not become active`)
}

const sayNo = (what: string, name: string, body: JsonObject): never => {
  throw new StartError(`${what} of table ${name} failed: ${String(body.message ?? body.Message ?? body.__type)}`)
}

const shapeOf = ({ KeySchema, GlobalSecondaryIndexes }: JsonObject): string => {
  const indexes = asList(GlobalSecondaryIndexes).map((index) => String(asObject(index).IndexName))
  return JSON.stringify([KeySchema, indexes.sort()])
}

// A table of an earlier version would fail later, one query at a time.
const checkKept = async (call: TableCall, input: JsonObject) => {
  const { body } = await call('DescribeTable', { TableName: input.TableName ?? null })
  if (shapeOf(asObject(body.Table)) === shapeOf(input)) return
  throw new StartError(
    `the kept table ${input.TableName} has other keys or indexes than the stack: use a new --data folder`,
  )
}

const createTable = async (call: TableCall, table: Resource, properties: JsonObject) => {
  const input = tableInput(table.id, properties)
  const created = await call('CreateTable', input)
  const kept = String(created.body.__type ?? '').endsWith('ResourceInUseException')
  if (!created.ok && !kept) sayNo('creation', table.id, created.body)
  if (kept) await checkKept(call, input)
  await becomesActive(call, table.id)
  const ttl = properties.TimeToLiveSpecification
  if (kept || !isObject(ttl) || !asFlag(ttl.Enabled ?? true)) return
  const set = await call('UpdateTimeToLive', {
    TableName: table.id,
    TimeToLiveSpecification: { AttributeName: ttl.AttributeName ?? null, Enabled: true },
  })
  if (!set.ok) sayNo('expiry', table.id, set.body)
}

/** Creates the template's tables where they are not there yet from an earlier run. */
export const createTables = async (stack: Stack, url: string): Promise<void> => {
  const call = tableCaller(url, stack.place.region)
  const tables = stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
  await Promise.all(tables.map((table) => createTable(call, table, stack.properties(table))))
}
