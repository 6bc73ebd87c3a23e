import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { plain, resourcesOf, rightsOf } from './read-template.ts'
import { unlocked } from './rules/kept.ts'
import { at, ofType, planted, referredTo, resourcesIn } from './rules/resources.ts'
import { sampleTemplate } from './sample-stack.ts'

const arn = 'arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-00000000000f'
const email = { alarms: { email: 'on-call@example.com' } }
const plainTemplate = sampleTemplate(email)
const own = sampleTemplate({ encryption: { customerManagedKey: true }, ...email })
const existing = sampleTemplate({ encryption: { customerManagedKey: arn }, ...email })

const keyRights = (template: Template, role: string, key: string): readonly string[] => {
  const rights = rightsOf(template, role).filter((right) => right.includes('kms:'))
  return [...new Set(rights)].map((right) => right.replace('Allow kms:', '').replace(` on ${key}`, ''))
}
const toStore = [
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
]

describe('without a word about it', () => {
  test('there is no key to pay for, and nobody has rights on one', () => {
    const rights = Object.keys(resourcesOf(plainTemplate, 'AWS::IAM::Role')).flatMap((id) =>
      rightsOf(plainTemplate, plain({ Ref: id })),
    )

    plainTemplate.resourceCountIs('AWS::KMS::Key', 0)
    expect(rights.filter((right) => right.includes('kms:'))).toEqual([])
  })

  test('each service locks what it holds with a key of its own', () => {
    expect(unlocked(resourcesIn(plainTemplate)).length).toBeGreaterThan(20)
    expect(
      ofType(resourcesIn(plainTemplate), 'AWS::SQS::Queue').map(([, queue]) => queue.Properties?.SqsManagedSseEnabled),
    ).not.toContain(undefined)
  })
})

describe('with one line of configuration', () => {
  test('one key locks the table, every queue, log, secret, environment and the alarm topic', () => {
    const resources = resourcesIn(own)
    const [keyId] = Object.keys(resourcesOf(own, 'AWS::KMS::Key'))
    const locks = Object.values(resources).flatMap(({ Properties }) =>
      ['KmsMasterKeyId', 'KmsKeyId', 'KmsKeyArn', 'Replicas.0.SSESpecification.KMSMasterKeyId'].flatMap((path) =>
        referredTo(at(Properties, path)),
      ),
    )

    expect(unlocked(resources)).toEqual([])
    expect(new Set(locks)).toEqual(new Set([keyId]))
    own.hasResourceProperties('AWS::DynamoDB::GlobalTable', { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } })
  })

  test('a planted log without it is seen', () => {
    expect(unlocked(planted(resourcesIn(own), 'AWS::Logs::LogGroup', {}))).toEqual(['Planted'])
  })

  test('the key rotates, and outlives the stack as the table does that nothing else could open', () => {
    own.hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    })
  })

  test.each([
    ['ReceiveMessage', ['Decrypt', 'GenerateDataKey']],
    ['TakeTurn', toStore],
    ['DeliverMessage', toStore],
    ['AgentApi', toStore],
    ['Sweep', toStore],
    ['Report', toStore],
    ['ClocksEachMonday', ['Decrypt', 'GenerateDataKey']],
    ['ClocksEachMinute', []],
  ])('%s may use the key for this and nothing else', (role, rights) => {
    expect(keyRights(own, `${role}Role`, 'EncryptionKey')).toEqual(rights)
  })

  test('services without a role are let in by the key: logs of this account, alarms and their mails from it', () => {
    const [key] = Object.values(resourcesOf(own, 'AWS::KMS::Key'))
    const statements = at(key?.Properties, 'KeyPolicy.Statement') as readonly {
      Principal: unknown
      Condition?: object
    }[]
    const services = statements.flatMap(({ Principal, Condition }) => {
      const named = [at(Principal, 'Service') ?? []].flat().map(plain)
      return named.map((service) => [service, Object.values(Condition ?? {}).flatMap((one) => Object.keys(one))])
    })

    expect(Object.fromEntries(services)).toEqual({
      'logs.<Region>.amazonaws.com': ['kms:EncryptionContext:aws:logs:arn'],
      'cloudwatch.amazonaws.com': ['aws:SourceAccount'],
      'sns.amazonaws.com': ['aws:SourceAccount'],
    })
  })

  test('secrets are opened through Secrets Manager only, for this account', () => {
    const [key] = Object.values(resourcesOf(own, 'AWS::KMS::Key'))
    const through = JSON.stringify(at(key?.Properties, 'KeyPolicy.Statement'))

    expect(through).toContain('kms:ViaService')
    expect(through.match(/kms:ViaService/g)).toHaveLength(through.match(/secretsmanager\./g)?.length ?? 0)
  })
})

describe('with a key that the company has already', () => {
  test('nothing but that key locks what there is, and no other is made', () => {
    expect(unlocked(resourcesIn(existing))).toEqual([])
    existing.resourceCountIs('AWS::KMS::Key', 0)
    for (const [, queue] of ofType(resourcesIn(existing), 'AWS::SQS::Queue'))
      expect(queue.Properties?.KmsMasterKeyId).toBe(arn)
  })

  test('the roles have the same rights on it as on one of the stack’s own', () => {
    expect(keyRights(existing, 'TakeTurnRole', arn)).toEqual(toStore)
    expect(keyRights(existing, 'ReceiveMessageRole', arn)).toEqual(['Decrypt', 'GenerateDataKey'])
  })
})
