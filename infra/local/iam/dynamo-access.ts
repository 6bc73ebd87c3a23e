import { asList, asObject, type Json, type JsonObject } from '../json.ts'
import { arn, type Place } from '../stack/place.ts'
import { leadingKeys, type PartitionKeys } from './leading-keys.ts'
import type { AccessRequest } from './statement.ts'

const tableArn = (place: Place, name: Json | undefined): string =>
  String(name).startsWith('arn:') ? String(name) : arn(place, 'dynamodb', `table/${String(name)}`)

const transactActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
}

/** An entry of BatchWriteItem as it names a key. */
const writtenParts = (requests: Json | undefined): JsonObject[] =>
  asList(requests).flatMap((request) => Object.values(asObject(request)).map(asObject))

/** DynamoDB writes an export under the rights of whoever asked for it. */
const writesExport = ['PutObject', 'PutObjectAcl', 'AbortMultipartUpload']

const exportAccess = (table: string, { S3Bucket, S3Prefix }: JsonObject): AccessRequest[] => [
  { action: 'dynamodb:ExportTableToPointInTime', resource: table },
  ...writesExport.map((action) => ({
    action: `s3:${action}`,
    resource: `arn:aws:s3:::${String(S3Bucket)}/${String(S3Prefix)}/AWSDynamoDB/export`,
  })),
]

/** What a DynamoDB call must be allowed to do, item by item where AWS checks item by item. */
export const dynamoAccess = (
  place: Place,
  operation: string,
  input: JsonObject,
  keys: PartitionKeys = new Map(),
): AccessRequest[] => {
  const on = (action: string, name: Json | undefined, parts: readonly JsonObject[], enclosing?: string) => {
    const [part] = parts
    const index = part?.IndexName === undefined ? '' : `/index/${String(part.IndexName)}`
    const table = tableArn(place, name)
    const keyName = keys.get(`${table.split('/').at(-1)}${index.replace('/index', '')}`)
    const leading = keyName === undefined ? [] : parts.flatMap((one) => leadingKeys(one, keyName))
    const context = {
      ...(leading.length > 0 && { 'dynamodb:LeadingKeys': leading }),
      ...(enclosing !== undefined && { 'dynamodb:EnclosingOperation': [enclosing] }),
    }
    return { action: `dynamodb:${action}`, resource: `${table}${index}`, context }
  }

  // A transaction has no right of its own: each of its items needs the right of the plain operation.
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems') {
    return asList(input.TransactItems).flatMap((item) =>
      Object.entries(asObject(item)).map(([kind, part]) =>
        on(transactActions[kind] ?? kind, asObject(part).TableName, [asObject(part)], operation),
      ),
    )
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    return Object.entries(asObject(input.RequestItems)).map(([name, requests]) =>
      on(operation, name, Array.isArray(requests) ? writtenParts(requests) : [asObject(requests)]),
    )
  }
  if (operation === 'ExportTableToPointInTime') return exportAccess(tableArn(place, input.TableArn), input)
  return [on(operation, input.TableName, [input])]
}
