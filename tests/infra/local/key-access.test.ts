import { describe, expect, it } from 'vitest'
import { checkEnvironments } from '#infra/local/iam/checks.ts'
import { locksOf, withKey } from '#infra/local/iam/key-access.ts'
import { readRoles } from '#infra/local/iam/roles.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

const place = { region: 'us-east-1', account: '000000000000', stackName: 'S', gatewayUrl: '', frontUrl: '' }
const key = { 'Fn::GetAtt': ['Key', 'Arn'] }
const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/Key'
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`

const stackOf = (actions: string[] = []) =>
  readTemplate(
    {
      Resources: {
        Key: { Type: 'AWS::KMS::Key' },
        Locked: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: key } },
        Open: { Type: 'AWS::SQS::Queue', Properties: { SqsManagedSseEnabled: true } },
        Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: key } },
        Table: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: {
            SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
            Replicas: [{ SSESpecification: { KMSMasterKeyId: key } }],
          },
        },
        Plain: { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { KMSMasterKeyId: key } } },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: key }] } }],
          },
        },
        Work: {
          Type: 'AWS::Lambda::Function',
          Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, KmsKeyArn: key },
        },
      },
    },
    place,
  )

describe('what a service asks of a key in the caller’s name', () => {
  const asked = (action: string, resource: string) =>
    withKey(locksOf(stackOf()), { action, resource })
      .filter((request) => request.resource === keyArn)
      .map((request) => request.action.replace('kms:', ''))

  it.each<[string, string, string[]]>([
    ['sqs:SendMessage', arn('sqs', 'Locked'), ['Decrypt', 'GenerateDataKey']],
    ['sqs:ReceiveMessage', arn('sqs', 'Locked'), ['Decrypt']],
    ['sqs:DeleteMessage', arn('sqs', 'Locked'), []],
    ['sqs:SendMessage', arn('sqs', 'Open'), []],
    ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:Secret-local0'), ['Decrypt']],
    ['dynamodb:Query', arn('dynamodb', 'table/Table/index/lists'), ['Decrypt']],
    ['dynamodb:GetItem', arn('dynamodb', 'table/Plain'), ['Decrypt']],
  ])('for %s on %s is %j', (action, resource, expected) => {
    expect(asked(action, resource)).toEqual(expected)
  })

  it('for a write to a table is to make and to renew its own keys, too', () => {
    expect(asked('dynamodb:PutItem', arn('dynamodb', 'table/Table'))).toEqual(
      expect.arrayContaining(['Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo', 'DescribeKey']),
    )
  })
})

describe('an environment under a key', () => {
  const check = (actions: string[]) => {
    const stack = stackOf(actions)
    const roles = readRoles(stack)
    checkEnvironments(stack, roles)
    return roles.all()[0]?.grants()
  }

  it('is opened under the function’s role', () => {
    expect(check(['kms:Decrypt'])).toMatchObject([{ action: 'kms:Decrypt', uses: 1 }])
  })

  it('ends the start where the role may not', () => {
    expect(() => check(['kms:Encrypt'])).toThrow(/function Work: its role does not allow kms:Decrypt/)
  })
})
