// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub has this very syntax
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '#infra/local/json.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

const place = {
  region: 'eu-west-1',
  account: '000000000000',
  stackName: 'Small',
  gatewayUrl: 'http://127.0.0.1:1',
  frontUrl: 'http://127.0.0.1:2',
}

const stackWith = (value: Json, more: JsonObject = {}) =>
  readTemplate(
    {
      Parameters: { Stage: { Type: 'String', Default: 'test' } },
      Resources: {
        Thing: { Type: 'AWS::Lambda::Function', Properties: { Value: value } },
        Table: { Type: 'AWS::DynamoDB::GlobalTable' },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
        Pool: { Type: 'AWS::Cognito::UserPool' },
        ...more,
      },
    },
    place,
  )

const resolved = (value: Json) => {
  const stack = stackWith(value)
  const thing = stack.get('Thing')
  return thing && stack.property(thing, 'Value')
}

describe('an intrinsic', () => {
  it.each<[string, Json, Json]>([
    ['Ref to a table', { Ref: 'Table' }, 'Table'],
    ['Ref to a queue', { Ref: 'Queue' }, 'http://127.0.0.1:1/000000000000/Queue.fifo'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
    ['Ref to a parameter', { Ref: 'Stage' }, 'test'],
    ['Fn::GetAtt in two parts', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-west-1:000000000000:Queue.fifo'],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Table.Arn' }, 'arn:aws:dynamodb:eu-west-1:000000000000:table/Table'],
    ['Fn::GetAtt of a pool', { 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, 'http://127.0.0.1:2/_local/issuer'],
    ['Fn::Join', { 'Fn::Join': ['/', ['a', { Ref: 'Table' }, 'b']] }, 'a/Table/b'],
    [
      'Fn::Sub',
      { 'Fn::Sub': '${Table}-${Queue.QueueName}-${AWS::AccountId}-${!Raw}' },
      'Table-Queue.fifo-000000000000-${Raw}',
    ],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${x}!', { x: { Ref: 'Table' } }] }, 'Table!'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['Fn::ToJsonString', { 'Fn::ToJsonString': { care: { Ref: 'Table' } } }, '{"care":"Table"}'],
    ['an intrinsic deep inside', { a: [{ b: { Ref: 'Table' } }] }, { a: [{ b: 'Table' }] }],
    ['no value', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ])('%s is answered', (_name, value, expected) => {
    expect(resolved(value)).toEqual(expected)
  })

  it.each<[string, Json, RegExp]>([
    ['an unknown function', { 'Fn::ImportValue': 'x' }, /cannot resolve Fn::ImportValue at Thing\.Value/],
    ['a missing resource', { Ref: 'Nobody' }, /cannot resolve Ref Nobody/],
    ['an attribute nobody knows', { 'Fn::GetAtt': ['Table', 'Colour'] }, /cannot resolve Fn::GetAtt Table\.Colour/],
    ['an index out of range', { 'Fn::Select': [5, ['a']] }, /cannot resolve Fn::Select 5/],
  ])('%s is a clear error', (_name, value, message) => {
    expect(() => resolved(value)).toThrow(message)
  })

  it('is not touched in a resource that nobody asks for', () => {
    const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: { X: { 'Fn::ImportValue': 'x' } } }

    expect(stackWith('y', { Alarm: alarm }).get('Alarm')?.id).toBe('Alarm')
  })
})
