import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMeter } from '#infra/cost/load/meter.ts'
import { startMeteredTable } from '#infra/cost/load/metered-table.ts'
import type { Listening } from '#infra/local/http/listen.ts'
import type { JsonObject } from '#infra/local/json.ts'
import { startDynoxide, type TableServer } from '#infra/local/table/dynoxide.ts'

const meter = createMeter()
let emulator: TableServer
let metered: Listening

const text = (characters: number) => ({ S: 'x'.repeat(characters) })
const key = (sk: string) => ({ pk: { S: 'THREAD#1' }, sk: { S: sk } })
const put = (sk: string, more: JsonObject = {}) => ({ TableName: 'Table', Item: { ...key(sk), ...more } })

/** A call as a function of that id would make it, and what was metered of it. */
const call = async (operation: string, input: object, caller = 'LOCALTAKETURNFUNCTION1A2B3C4D') => {
  meter.reset()
  const answer = await fetch(metered.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20261122T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${caller}/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  })
  return { status: answer.status, used: meter.usage() }
}

beforeAll(async () => {
  emulator = await startDynoxide()
  metered = await startMeteredTable(emulator.url, ['TakeTurn'], meter)
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' })
  const index = (IndexName: string, hash: string, range: string) => ({
    IndexName,
    KeySchema: [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  })
  const { status } = await call(
    'CreateTable',
    {
      TableName: 'Table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'listKey', 'listSort', 'customerId'].map(attribute),
      KeySchema: index('', 'pk', 'sk').KeySchema,
      GlobalSecondaryIndexes: [index('lists', 'listKey', 'listSort'), index('byCustomer', 'customerId', 'sk')],
    },
    'OPERATOR',
  )
  expect(status).toBe(200)
  for (const sk of ['MSG#1', 'MSG#2', 'MSG#3']) await call('PutItem', put(sk, { text: text(2_900) }), 'OPERATOR')
})
afterAll(async () => {
  await metered.close()
  await emulator.close()
})

test('a write is metered by what the item is, and the emulator, measured on AWS, agrees', async () => {
  const { used } = await call(
    'PutItem',
    put('~STATE', { listKey: { S: 'TIMER' }, listSort: { S: '1' }, text: text(1_100) }),
  )

  expect(used.TakeTurn?.written).toEqual({ 'thread state': { writes: 1, bytes: 1_143, tableUnits: 2, indexUnits: 1 } })
})

test('a transaction doubles the table and not the index', async () => {
  const moved = { ...put('~STATE', { listKey: { S: 'TIMER' }, listSort: { S: '2' } }) }
  const { used } = await call('TransactWriteItems', { TransactItems: [{ Put: moved }, { Put: put('CONV#1') }] })

  expect(used.TakeTurn?.written).toMatchObject({
    'thread state': { tableUnits: 4, indexUnits: 2 },
    conversation: { tableUnits: 2, indexUnits: 0 },
  })
})

test('a refused transaction is billed as well', async () => {
  const refused = { ...put('CONV#1'), ConditionExpression: 'attribute_not_exists(pk)' }
  const { status, used } = await call('TransactWriteItems', { TransactItems: [{ Put: refused }] })

  expect(status).toBe(400)
  expect(used.TakeTurn?.written).toMatchObject({ conversation: { writes: 1, tableUnits: 2 } })
})

const query = (fields: object) => ({
  TableName: 'Table',
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
  ExpressionAttributeValues: { ':pk': { S: 'THREAD#1' }, ':sk': { S: 'MSG#' } },
  ...fields,
})

test.each([
  {
    what: 'a query adds up its items before it rounds',
    operation: 'Query',
    input: query({ ConsistentRead: true }),
    units: 3,
  },
  { what: 'an eventual one is half of that', operation: 'Query', input: query({}), units: 1.5 },
  {
    what: 'a batch rounds each item for itself, one that is not there too',
    operation: 'BatchGetItem',
    input: {
      RequestItems: { Table: { Keys: ['MSG#1', 'MSG#2', 'MSG#3', 'MSG#4'].map(key), ConsistentRead: true } },
    },
    units: 4,
  },
  {
    what: 'what is not there is a read like any other',
    operation: 'GetItem',
    input: { TableName: 'Table', Key: key('none'), ConsistentRead: true },
    units: 1,
  },
])('$what: $units units', async ({ operation, input, units }) => {
  expect((await call(operation, input)).used.TakeTurn?.readUnits).toBe(units)
})

test('what nobody of the doors does is passed on and not metered', async () => {
  const { status, used } = await call('PutItem', put('MSG#9'), 'OPERATOR')

  expect(status).toBe(200)
  expect(used).toEqual({})
})
