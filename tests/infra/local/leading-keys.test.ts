import { describe, expect, it } from 'vitest'
import { dynamoAccess } from '#infra/local/iam/dynamo-access.ts'
import { partitionKeysOf } from '#infra/local/iam/leading-keys.ts'
import { decide } from '#infra/local/iam/statement.ts'
import type { JsonObject } from '#infra/local/json.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

const place = { region: 'us-east-1', account: '000000000000', stackName: 'S', gatewayUrl: '', frontUrl: '' }
const schema = (name: string) => [
  { AttributeName: 'sk', KeyType: 'RANGE' },
  { AttributeName: name, KeyType: 'HASH' },
]
const keys = partitionKeysOf(
  readTemplate(
    {
      Resources: {
        T: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: {
            KeySchema: schema('pk'),
            GlobalSecondaryIndexes: [{ IndexName: 'lists', KeySchema: schema('listKey') }],
          },
        },
      },
    },
    place,
  ),
)
const record = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } })
const leading = (operation: string, input: JsonObject) =>
  dynamoAccess(place, operation, input, keys).map(({ context }) => context?.['dynamodb:LeadingKeys'])

describe('the keys that a call leads with', () => {
  it.each<[string, JsonObject, (string[] | undefined)[]]>([
    ['GetItem', { TableName: 'T', Key: record('a') }, [['a']]],
    ['PutItem', { TableName: 'T', Item: record('a') }, [['a']]],
    ['BatchGetItem', { RequestItems: { T: { Keys: [record('a'), record('b')] } } }, [['a', 'b']]],
    [
      'BatchWriteItem',
      { RequestItems: { T: [{ PutRequest: { Item: record('a') } }, { DeleteRequest: { Key: record('b') } }] } },
      [['a', 'b']],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'T', Item: record('a') } },
          { Delete: { TableName: 'T', Key: record('b') } },
        ],
      },
      [['a'], ['b']],
    ],
    [
      'Query',
      {
        TableName: 'T',
        KeyConditionExpression: 'sk > :s AND #k = :p',
        ExpressionAttributeNames: { '#k': 'pk' },
        ExpressionAttributeValues: { ':p': { S: 'a' }, ':s': { S: 'b' } },
      },
      [['a']],
    ],
    [
      'Query',
      {
        TableName: 'T',
        IndexName: 'lists',
        KeyConditionExpression: 'listKey = :l',
        ExpressionAttributeValues: { ':l': { S: 'TIMER' } },
      },
      [['TIMER']],
    ],
    ['Scan', { TableName: 'T' }, [undefined]],
  ])('of %s %j are %j', (operation, input, expected) => {
    expect(leading(operation, input)).toEqual(expected)
  })

  it('hold a role to a part of the table', () => {
    const statement = {
      Effect: 'Allow',
      Action: 'dynamodb:*',
      Resource: '*',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['THREAD#*'] } },
    }
    const ask = (input: JsonObject) =>
      dynamoAccess(place, 'TransactWriteItems', input, keys).map((request) => decide([statement], request))
    const put = (pk: string) => ({ Put: { TableName: 'T', Item: record(pk) } })

    expect(ask({ TransactItems: [put('THREAD#1'), put('LINE#care')] })).toEqual(['allowed', 'not-allowed'])
  })
})

it('a part of a transaction is known by what encloses it', () => {
  const input = { TransactItems: [{ Delete: { TableName: 'T', Key: record('a') } }] }

  const [request] = dynamoAccess(place, 'TransactWriteItems', input, keys)

  expect(request?.context).toMatchObject({ 'dynamodb:EnclosingOperation': ['TransactWriteItems'] })
})
