import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import type { Answers } from './support/fake-aws.ts'
import { runCommand } from './support/run-command.ts'
import { signedInAws as aws } from './support/signed-in-aws.ts'
import { describedStack } from './support/sound-account.ts'

const resource = (LogicalResourceId: string, ResourceType: string, PhysicalResourceId: string) => ({
  LogicalResourceId,
  ResourceType,
  PhysicalResourceId,
  ResourceStatus: 'CREATE_COMPLETE',
  LastUpdatedTimestamp: '2026-11-22T09:00:00Z',
})

/** A deployment of a table, a queue, a pool, a secret and an API, which is gone once its deletion was asked for. */
const standing = (): Answers => {
  let deleted = false
  return {
    DescribeStacks: () => describedStack('Baton', deleted ? 'DELETE_COMPLETE' : 'CREATE_COMPLETE'),
    ListStackResources: {
      result: {
        StackResourceSummaries: [
          resource('T', 'AWS::DynamoDB::GlobalTable', 'Baton-T'),
          resource('Q', 'AWS::SQS::Queue', 'https://sqs.us-east-1.amazonaws.com/111122223333/Q.fifo'),
          resource('P', 'AWS::Cognito::UserPool', 'us-east-1_P'),
          resource('S', 'AWS::SecretsManager::Secret', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:S-abcdef'),
          resource('A', 'AWS::ApiGatewayV2::Api', 'api1'),
        ],
      },
    },
    GetTemplate: {
      result: {
        TemplateBody: JSON.stringify({
          Resources: Object.fromEntries(['T', 'Q', 'P', 'S'].map((id) => [id, { DeletionPolicy: 'Retain' }])),
        }),
      },
    },
    DeleteStack: () => {
      deleted = true
      return { result: '' }
    },
    DescribeStackResources: { error: 'ValidationError', message: 'Stack for Baton-T does not exist' },
    UpdateTable: { result: {} },
    DeleteTable: { result: {} },
    DeleteQueue: { error: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'The specified queue does not exist.' },
    UpdateUserPool: { result: {} },
    DeleteUserPool: { result: {} },
    DeleteSecret: { result: {} },
  }
}
const mapping = join(projectFolder, '.local/kept/Baton-111122223333-us-east-1.json')

test('a deployment without credentials stops before anything is bundled or started', async () => {
  const { code, out, err } = await runCommand('deploy', [], { AWS_REGION: 'us-east-1' })

  expect(code).toBe(1)
  expect(out).toContain('✗ credentials')
  expect(err).toBe('nothing was deployed: first mend what is marked ✗\n')
})

test('destroying keeps the data, and the mapping with which it may be taken over', async () => {
  const { environment, operations } = await aws(standing())
  const { code, out } = await runCommand('destroy', ['--yes'], environment)

  expect(code).toBe(0)
  expect(operations()).toContain('DeleteStack')
  expect(operations()).not.toContain('DeleteTable')
  expect(out).toContain('Stays, and is paid for')
  expect(existsSync(mapping)).toBe(true)
  rmSync(mapping)
})

test('destroying without a word of consent deletes nothing', async () => {
  const { environment, operations } = await aws(standing())
  const { code, err } = await runCommand('destroy', [], environment)

  expect(code).toBe(1)
  expect(err).toContain('there is nobody to ask, and no --yes')
  expect(operations()).not.toContain('DeleteStack')
})

test('deleting the data lifts each protection first, and passes over what is gone already', async () => {
  const { environment, operations, asked } = await aws(standing())
  const { code, out } = await runCommand('destroy', ['--yes', '--delete-data'], environment)

  expect(code).toBe(0)
  expect(operations().filter((one) => /^(Update|Delete)/.test(one))).toEqual([
    'DeleteStack',
    'UpdateTable',
    'DeleteTable',
    'DeleteQueue',
    'UpdateUserPool',
    'DeleteUserPool',
    'DeleteSecret',
  ])
  expect(asked.find(({ operation }) => operation === 'UpdateTable')?.input).toMatchObject({
    DeletionProtectionEnabled: false,
  })
  expect(asked.find(({ operation }) => operation === 'DeleteSecret')?.input).toMatchObject({ RecoveryWindowInDays: 7 })
  expect(out).toContain('✓ queue https://sqs.us-east-1.amazonaws.com/111122223333/Q.fifo: was gone already')
})

test('a refusal of AWS is told in lines, without a stack', async () => {
  const { environment } = await aws({
    DescribeStacks: { error: 'AccessDenied', message: 'User: ada is not authorized', status: 403 },
  })
  const { code, err } = await runCommand('destroy', [], environment)

  expect(code).toBe(1)
  expect(err).toBe(
    'AccessDenied: User: ada is not authorized\n→ use credentials that may do this, or ask whoever administers the account\n',
  )
})
