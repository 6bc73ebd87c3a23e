import { asList, asObject, type Json, type JsonObject } from '../json.ts'
import { arn, type Place } from '../stack/place.ts'
import type { AccessRequest } from './statement.ts'

const tableArn = (place: Place, name: Json | undefined): string =>
  String(name).startsWith('arn:') ? String(name) : arn(place, 'dynamodb', `table/${String(name)}`)

const onTable = (place: Place, operation: string, name: Json | undefined): AccessRequest => ({
  action: `dynamodb:${operation}`,
  resource: tableArn(place, name),
})

const transactActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
}

// A transaction has no right of its own: each of its items needs the right of the plain operation.
const transactAccess = (place: Place, input: JsonObject): AccessRequest[] =>
  asList(input.TransactItems).flatMap((item) =>
    Object.entries(asObject(item)).map(([kind, part]) =>
      onTable(place, transactActions[kind] ?? kind, asObject(part).TableName),
    ),
  )

/** What a DynamoDB call must be allowed to do, item by item where AWS checks item by item. */
export const dynamoAccess = (place: Place, operation: string, input: JsonObject): AccessRequest[] => {
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems') return transactAccess(place, input)
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    return Object.keys(asObject(input.RequestItems)).map((name) => onTable(place, operation, name))
  }
  const table = onTable(place, operation, input.TableName)
  return input.IndexName === undefined
    ? [table]
    : [{ ...table, resource: `${table.resource}/index/${String(input.IndexName)}` }]
}
