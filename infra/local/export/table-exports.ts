import { randomUUID } from 'node:crypto'
import { asList, asObject, type Json, type JsonObject } from '../json.ts'
import type { Buckets } from '../object/buckets.ts'
import type { TableCall } from '../table/tables.ts'
import { exportFiles } from './written-export.ts'

/** What DynamoDB writes of a table into a bucket when it is asked for an export. */
export interface TableExports {
  /** Whole at once here. The same token is the same export. @throws when the table cannot be read */
  start(input: JsonObject): Promise<JsonObject>
}

const linesOf = async (call: TableCall, name: string): Promise<readonly string[]> => {
  const lines: string[] = []
  let from: Json | undefined
  do {
    const { ok, body } = await call('Scan', { TableName: name, ...(from !== undefined && { ExclusiveStartKey: from }) })
    if (!ok) throw new Error(`the table ${name} cannot be exported: ${JSON.stringify(body)}`)
    lines.push(...asList(body.Items).map((item) => `${JSON.stringify({ Item: item })}\n`))
    from = body.LastEvaluatedKey
  } while (from !== undefined)
  return lines
}

export const tableExports = (call: TableCall, buckets: Buckets, clock: () => number): TableExports => {
  const begun = new Map<string, JsonObject>()

  const write = async (input: JsonObject): Promise<JsonObject> => {
    const { TableArn, S3Bucket, S3Prefix } = input
    const [tableArn, bucket, exportTime] = [String(TableArn), String(S3Bucket), clock()]
    const exportId = `${exportTime}-${randomUUID().slice(0, 8)}`
    const lines = await linesOf(call, tableArn.split('/').at(-1) ?? '')
    const written = { exportId, tableArn, bucket, prefix: String(S3Prefix), exportTime, lines }
    for (const [key, bytes] of exportFiles(written))
      buckets.store.put(bucket, { key, bytes, contentType: 'application/octet-stream', storedAtMs: clock() })
    return { ExportArn: `${tableArn}/export/${exportId}`, ExportStatus: 'IN_PROGRESS' }
  }

  return {
    start: async (input) => {
      const token = String(input.ClientToken ?? randomUUID())
      const description = asObject(begun.get(token) ?? (await write(input)))
      begun.set(token, description)
      return { ExportDescription: description }
    },
  }
}
