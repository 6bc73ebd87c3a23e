import { describe, expect, it } from 'vitest'
import { accessRequests } from '#infra/local/iam/access-requests.ts'
import { dynamoAccess } from '#infra/local/iam/dynamo-access.ts'
import { modelAccess } from '#infra/local/iam/model-access.ts'
import { decide } from '#infra/local/iam/statement.ts'
import type { Json } from '#infra/local/json.ts'

const place = { region: 'us-east-1', account: '000000000000', stackName: 'S', gatewayUrl: '', frontUrl: '' }
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/T'

const allow = (action: Json, resource: Json, more = {}): Json => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
})
const ask = (statements: Json[], action: string, resource = table, context = {}) =>
  decide(statements, { action, resource, context })

describe('a decision', () => {
  it('follows the action and the resource, with wildcards', () => {
    const statements = [allow(['dynamodb:Get*', 'dynamodb:query'], [table, `${table}/index/?`])]

    expect(ask(statements, 'dynamodb:GetItem')).toBe('allowed')
    expect(ask(statements, 'dynamodb:Query', `${table}/index/a`)).toBe('allowed')
    expect(ask(statements, 'dynamodb:PutItem')).toBe('not-allowed')
    expect(ask(statements, 'dynamodb:Query', `${table}/index/lists`)).toBe('not-allowed')
    expect(ask(statements, 'dynamodb:GetItem', `${table}2`)).toBe('not-allowed')
  })

  it('takes no other character of a pattern for special', () => {
    expect(ask([allow('sqs:*', 'a.b')], 'sqs:SendMessage', 'axb')).toBe('not-allowed')
  })

  it('keeps a wildcard within its segment of an ARN, unless it ends one', () => {
    const model = 'arn:aws:bedrock:us-east-1::foundation-model/nova'

    expect(ask([allow('b:C', 'arn:aws:bedrock:*::foundation-model/nova')], 'b:C', model)).toBe('allowed')
    expect(ask([allow('b:C', 'arn:aws:bedrock:us-*-1::foundation-model/n?va')], 'b:C', model)).toBe('allowed')
    expect(ask([allow('b:C', 'arn:aws:bedrock:us-*-model/nova')], 'b:C', model)).toBe('not-allowed')
    expect(ask([allow('b:C', 'arn:aws:bedrock:us-east-1?:foundation-model/nova')], 'b:C', model)).toBe('not-allowed')
    expect(ask([allow('b:C', 'arn:aws:bedrock:*')], 'b:C', model)).toBe('allowed')
  })

  it('lets a Deny beat every Allow', () => {
    const statements = [allow('*', '*'), { Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: '*' }]

    expect(ask(statements, 'dynamodb:DeleteItem')).toBe('denied')
    expect(ask(statements, 'dynamodb:GetItem')).toBe('allowed')
  })

  it('reads NotAction and NotResource', () => {
    const statements = [{ Effect: 'Allow', NotAction: 'dynamodb:*', NotResource: 'arn:secret' }]

    expect(ask(statements, 'sqs:SendMessage', 'arn:queue')).toBe('allowed')
    expect(ask(statements, 'sqs:SendMessage', 'arn:secret')).toBe('not-allowed')
    expect(ask(statements, 'dynamodb:GetItem', 'arn:queue')).toBe('not-allowed')
  })

  it.each<[Json, object, string]>([
    [{ Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': ['true'] }, 'allowed'],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': ['true'] }, 'not-allowed'],
    [{ StringLike: { 'x:y': ['a*', 'b'] } }, { 'X:Y': ['abc'] }, 'allowed'],
    [{ StringEquals: { 'x:y': 'a' } }, {}, 'not-allowed'],
    [{ NumericLessThan: { 'x:y': '1.2' } }, { 'x:y': ['1.1'] }, 'allowed'],
    [{ NumericLessThan: { 'x:y': '1.2' } }, { 'x:y': ['1.2'] }, 'not-allowed'],
    [{ StringEqualsIfExists: { 'x:y': 'a' } }, {}, 'allowed'],
    [{ StringNotEquals: { 'x:y': 'a' } }, { 'x:y': ['a'] }, 'not-allowed'],
    [{ 'ForAllValues:StringLike': { 'x:y': ['LINE#*'] } }, { 'x:y': ['LINE#a', 'THREAD#b'] }, 'not-allowed'],
    [{ Null: { 'x:y': 'true' } }, {}, 'allowed'],
    [{ StringNotEquals: { 'x:y': 'a' } }, {}, 'allowed'],
    [{ 'ForAllValues:StringEquals': { 'x:y': 'a' } }, {}, 'allowed'],
    [{ 'ForAnyValue:StringEquals': { 'x:y': 'a' } }, { 'x:y': ['b', 'a'] }, 'allowed'],
    [{ 'ForAnyValue:StringNotEquals': { 'x:y': 'a' } }, {}, 'not-allowed'],
    [{ ArnLike: { 'x:y': 'arn:aws:sqs:*:1:q*' } }, { 'x:y': ['arn:aws:sqs:us-east-1:1:q2'] }, 'allowed'],
  ])('holds a call to the condition %j in %j: %s', (condition, context, expected) => {
    expect(ask([allow('*', '*', { Condition: condition })], 'any:Thing', 'any', context)).toBe(expected)
  })

  it('refuses to guess at an operator it does not know', () => {
    const statements = [allow('*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '::1' } } })]

    expect(() => ask(statements, 'a:B', 'c', { 'aws:SourceIp': ['::1'] })).toThrow(/IpAddress/)
  })
})

describe('what a call must be allowed to do', () => {
  it('is, in a transaction, what each item does', () => {
    const items = [
      { Put: { TableName: 'T' } },
      { Update: { TableName: 'T' } },
      { Delete: { TableName: 'T' } },
      { ConditionCheck: { TableName: 'T' } },
    ]

    expect(dynamoAccess(place, 'TransactWriteItems', { TransactItems: items })).toMatchObject(
      ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((name) => ({
        action: `dynamodb:${name}`,
        resource: table,
      })),
    )
  })

  it('is about the index that is queried, and each table of a batch', () => {
    expect(dynamoAccess(place, 'Query', { TableName: 'T', IndexName: 'lists' })).toMatchObject([
      { action: 'dynamodb:Query', resource: `${table}/index/lists` },
    ])
    expect(dynamoAccess(place, 'BatchGetItem', { RequestItems: { T: {}, U: {} } })).toMatchObject([
      { action: 'dynamodb:BatchGetItem', resource: table },
      { resource: table.replace(/T$/, 'U') },
    ])
  })

  it('is also the right to write into the bucket, where a table is exported', () => {
    const input = { TableArn: table, S3Bucket: 'tables', S3Prefix: 'exports/2026-11-23' }
    const folder = 'arn:aws:s3:::tables/exports/2026-11-23/AWSDynamoDB/'

    const requests = dynamoAccess(place, 'ExportTableToPointInTime', input)
    expect(requests[0]).toEqual({ action: 'dynamodb:ExportTableToPointInTime', resource: table })
    expect(requests.slice(1).map(({ action }) => action)).toEqual([
      's3:PutObject',
      's3:PutObjectAcl',
      's3:AbortMultipartUpload',
    ])
    expect(requests.slice(1).filter(({ resource }) => !resource.startsWith(folder))).toEqual([])
  })

  it('is the single operation for a batch of messages', () => {
    const input = { QueueUrl: 'http://127.0.0.1/000000000000/q.fifo' }

    expect(accessRequests(place, { service: 'sqs', operation: 'SendMessageBatch', input })).toEqual([
      { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:000000000000:q.fifo' },
    ])
  })

  it('is the profile and the model in every region it may be sent to', () => {
    const resources = modelAccess(place, 'us.amazon.nova-2-lite-v1:0', 'converse').map(({ resource }) => resource)

    expect(resources).toContain('arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-2-lite-v1:0')
    expect(resources).toContain('arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-2-lite-v1:0')
    expect(modelAccess(place, 'gr1', 'apply-guardrail')).toEqual([
      { action: 'bedrock:ApplyGuardrail', resource: 'arn:aws:bedrock:us-east-1:000000000000:guardrail/gr1' },
    ])
    const guarded = { guardrailConfig: { guardrailIdentifier: 'gr1' } }
    expect(modelAccess(place, 'amazon.nova-2-lite-v1:0', 'converse', guarded).map(({ action }) => action)).toEqual([
      'bedrock:InvokeModel',
      'bedrock:ApplyGuardrail',
    ])
    expect(modelAccess(place, 'amazon.nova-2-lite-v1:0', 'converse-stream')).toEqual([
      {
        action: 'bedrock:InvokeModelWithResponseStream',
        resource: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0',
      },
    ])
  })
})
