import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { alarmFaults } from './rules/alarms.ts'
import { callFaults, unattended } from './rules/calls.ts'
import { keepingFaults } from './rules/kept.ts'
import { deadLetterQueues, queueFaults } from './rules/queues.ts'
import { ofType, planted, type Resources, resourcesIn } from './rules/resources.ts'
import { overbroad } from './rules/statements.ts'
import { everyCompany, sampleTemplate } from './sample-stack.ts'

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
const sample = resourcesIn(sampleTemplate())
const [deadLetters = ''] = deadLetterQueues(sample)
const [[tableId, table] = ['', { Type: '' }]] = ofType(sample, 'AWS::DynamoDB::GlobalTable')

const without = (resources: Resources, ...ids: readonly string[]): Resources =>
  Object.fromEntries(Object.entries(resources).filter(([id]) => !ids.includes(id)))
const allows = (...statements: readonly object[]): Resources =>
  planted(sample, 'AWS::IAM::Policy', { PolicyDocument: { Statement: statements } })

describe.each(everyCompany)('in the template of %s', (_name, sections) => {
  const resources = resourcesIn(sampleTemplate(sections))

  test('nobody may do everything, or anything to everything', () => {
    expect(overbroad(resources)).toEqual([])
  })

  test('every queue has dead letters, every dead letter an alarm, and none takes a call without TLS', () => {
    expect(queueFaults(resources)).toEqual([])
  })

  test('every call that nobody waits for is kept where it failed, or missed', () => {
    expect(callFaults(resources)).toEqual([])
    expect(unattended(resources)).toHaveLength('export' in sections ? 3 : 2)
  })

  test('every alarm tells somebody and has its section of the runbook, and every section its alarm', () => {
    expect(alarmFaults(resources, runbook)).toEqual([])
  })

  test('whatever holds data outlives the stack and is guarded against deletion', () => {
    expect(keepingFaults(resources)).toEqual([])
  })
})

test.each([
  ['an action *', { Effect: 'Allow', Action: '*', Resource: 'arn:x' }, ['Planted: allows *']],
  ['a whole service', { Effect: 'Allow', Action: ['sqs:*'], Resource: 'arn:x' }, ['Planted: allows sqs:*']],
  ['half a service', { Effect: 'Allow', Action: 'sqs:Get*', Resource: 'arn:x' }, ['Planted: allows sqs:Get*']],
  ['any resource', { Effect: 'Allow', Action: 'sqs:Send', Resource: ['*'] }, ['Planted: allows sqs:Send on *']],
  [
    'any version of a function',
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { 'Fn::Join': ['', [{ Ref: 'F' }, ':*']] } },
    ['Planted: allows lambda:InvokeFunction on F:*'],
  ],
  [
    'all but one action',
    { Effect: 'Allow', NotAction: 'iam:*', Resource: 'arn:x' },
    ['Planted: allows all but what it names'],
  ],
  [
    'everybody',
    { Effect: 'Allow', Principal: '*', Action: 'sqs:Send', Resource: 'arn:x' },
    ['Planted: lets everybody in'],
  ],
  [
    'everybody, as a list',
    { Effect: 'Allow', Principal: { AWS: ['*'] }, Action: 'a:B' },
    ['Planted: lets everybody in'],
  ],
  [
    'another account',
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::210987654321:root' }, Action: 'sqs:ReceiveMessage' },
    ['Planted: lets in arn:aws:iam::210987654321:root'],
  ],
  [
    'the account itself',
    {
      Effect: 'Allow',
      Principal: { AWS: { 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':root']] } },
    },
    [],
  ],
  [
    'whoever signs in elsewhere',
    { Effect: 'Allow', Principal: { Federated: 'accounts.google.com' }, Action: 'sts:AssumeRoleWithWebIdentity' },
    ['Planted: lets in accounts.google.com'],
  ],
  [
    'all but somebody',
    { Effect: 'Allow', NotPrincipal: { AWS: 'arn:aws:iam::210987654321:root' }, Action: 'a:B' },
    ['Planted: lets everybody in'],
  ],
  ['a refusal of everything', { Effect: 'Deny', Action: '*', Resource: '*' }, []],
])('a planted policy with %s is seen for what it is', (_what, statement, faults) => {
  expect(overbroad(allows(statement))).toEqual(faults)
})

test('a planted inline policy, managed policy or key for anybody is seen too', () => {
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:x' }
  const inline = planted(sample, 'AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement: [statement] } }] })
  const managed = planted(sample, 'AWS::IAM::Role', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] })
  const service = { Effect: 'Allow', Principal: { Service: 'logs.amazonaws.com' }, Action: 'kms:*', Resource: '*' }
  const key = planted(sample, 'AWS::KMS::Key', { KeyPolicy: { Statement: [service] } })

  expect(overbroad(inline)).toEqual(['Planted: allows s3:*'])
  expect(overbroad(managed)).toEqual(['Planted: leans on arn:aws:iam::aws:policy/PowerUserAccess, which AWS may widen'])
  const trusting = planted(sample, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { AWS: '210987654321' } }] },
  })

  expect(overbroad(trusting)).toEqual(['Planted: lets in 210987654321'])
  expect(overbroad(key)).toEqual(['Planted: lets others than the account do everything'])
})

test('a planted queue without dead letters and without TLS is seen', () => {
  expect(queueFaults(planted(sample, 'AWS::SQS::Queue', {}))).toEqual([
    'Planted: has no dead-letter queue',
    'Planted: takes calls without TLS',
  ])
})

test('a dead-letter queue whose alarm is taken away is seen', () => {
  const alarms = ofType(sample, 'AWS::CloudWatch::Alarm').filter(([, alarm]) =>
    JSON.stringify(alarm).includes(deadLetters),
  )

  expect(queueFaults(without(sample, ...alarms.map(([id]) => id)))).toEqual([
    `${deadLetters}: takes what was given up on, and no alarm says so`,
  ])
})

test('a planted alarm that tells nobody and leads nowhere is seen, and so is a section that no alarm leads to', () => {
  const alarm = planted(sample, 'AWS::CloudWatch::Alarm', { AlarmDescription: 'something: docs/runbook.md#nowhere' })

  expect(alarmFaults(alarm, `${runbook}\n## Left over\n`)).toEqual([
    'Planted: tells nobody',
    'Planted: leads to no section of the runbook, but to nowhere',
    'docs/runbook.md#left-over: no alarm leads there',
  ])
})

test('a planted function that a clock calls, and whose failures nobody keeps or misses, is seen', () => {
  const lambda = planted(sample, 'AWS::Lambda::Function', {})
  const called = {
    ...lambda,
    Clock: { Type: 'AWS::Scheduler::Schedule', Properties: { Target: { Arn: { Ref: 'Planted' } } } },
  }

  expect(callFaults(lambda)).toEqual([])
  expect(callFaults(called)).toEqual(['Planted: nobody waits for it, and a call that failed is lost'])
})

test('a sweep that is tried again, or whose silence raises no alarm, is seen', () => {
  const [[alarm = ''] = []] = ofType(sample, 'AWS::CloudWatch::Alarm').filter(([id]) => id.includes('SweepMissed'))
  const [[config = ''] = []] = ofType(sample, 'AWS::Lambda::EventInvokeConfig')

  expect(callFaults(without(sample, alarm))).toEqual([expect.stringMatching(/^SweepFunction.*: nobody waits/)])
  expect(callFaults(without(sample, config))).toEqual([expect.stringMatching(/^SweepFunction.*: nobody waits/)])
})

test('a table that would go with its stack, or could be deleted by hand, is seen', () => {
  const gone = { ...sample, [tableId]: { ...table, DeletionPolicy: 'Delete' } }
  const replaced = { ...sample, [tableId]: { ...table, UpdateReplacePolicy: 'Delete' } }
  const open = { ...sample, [tableId]: { ...table, Properties: { Replicas: [{}] } } }

  expect(keepingFaults(gone)).toEqual([`${tableId}: would go with its stack`])
  expect(keepingFaults(replaced)).toEqual([`${tableId}: would go with its stack`])
  expect(keepingFaults(open)).toEqual([`${tableId}: Replicas.0.DeletionProtectionEnabled must be true`])
})

test('a resource of a kind that nobody has thought about is seen', () => {
  expect(keepingFaults(planted(sample, 'AWS::EFS::FileSystem', {}))).toEqual([
    'Planted: nobody has said whether AWS::EFS::FileSystem holds anything',
  ])
})
