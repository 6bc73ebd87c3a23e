import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tableExports } from '#infra/local/export/table-exports.ts'
import { asObject, type JsonObject } from '#infra/local/json.ts'
import { sqliteObjectStore } from '#infra/local/object/object-store.ts'
import type { TableCall } from '#infra/local/table/tables.ts'
import { readSummary } from '#shared/export/manifest.ts'

const at = Date.UTC(2026, 10, 23, 3)
const asked = {
  TableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/State',
  S3Bucket: 'tables',
  S3Prefix: 'exports/2026-11-23',
  ClientToken: '2026-11-23',
}
const items: readonly JsonObject[] = [{ pk: { S: 'a' } }, { pk: { S: 'b' }, count: { N: '2' } }, { pk: { S: 'c' } }]

/** A table that is told in pages of two. */
const inPages: TableCall = async (_, { TableName, ExclusiveStartKey }) => {
  if (TableName !== 'State') return { ok: false, body: { __type: 'ResourceNotFoundException' } }
  const body: JsonObject = ExclusiveStartKey
    ? { Items: items.slice(2) }
    : { Items: items.slice(0, 2), LastEvaluatedKey: { pk: { S: 'b' } } }
  return { ok: true, body }
}

const open = () => {
  const store = sqliteObjectStore()
  const exports = tableExports(inPages, { has: () => true, store }, () => at)
  const keys = () => store.list('tables', 'exports/', '', 100).map(({ key }) => key)
  const read = (key = '') => store.find('tables', key)?.bytes ?? Buffer.alloc(0)
  return { exports, keys, read }
}

test('an export has every item of the table, page after page, and says when it was taken', async () => {
  const { exports, keys, read } = open()
  await exports.start(asked)

  const lines = keys()
    .filter((key) => key.endsWith('.gz'))
    .flatMap((key) => gunzipSync(read(key)).toString().trim().split('\n'))
    .filter(Boolean)
  const summary = keys().find((key) => key.endsWith('manifest-summary.json'))
  expect(lines.map((line) => asObject(JSON.parse(line)).Item).toSorted(byKey)).toEqual(items)
  expect(readSummary(read(summary).toString())).toEqual({ pictureOf: at, items: 3 })
})

test('the same token is the same export, another one another', async () => {
  const { exports, keys } = open()
  const first = await exports.start(asked)
  const before = keys()

  expect(await exports.start(asked)).toEqual(first)
  expect(keys()).toEqual(before)
  await exports.start({ ...asked, ClientToken: '2026-11-24' })
  expect(keys()).toHaveLength(2 * before.length)
})

test('a table that is not there is not exported', async () => {
  const { exports, keys } = open()

  await expect(exports.start({ ...asked, TableArn: 'arn/Other' })).rejects.toThrow('ResourceNotFoundException')
  expect(keys()).toEqual([])
})

const byKey = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
