import { expect, test } from 'vitest'
import { bucketRights, plain, resourcesOf, rightsOf } from './read-template.ts'
import { sampleTemplate, withFiles } from './sample-stack.ts'

const template = sampleTemplate()
const lines = ['LinescareTickets', 'LinescarenightTickets']
const thread = ['PutItem', 'Query', 'UpdateItem']

const on = (resource: string, ...actions: readonly string[]) =>
  actions.map((action) => `Allow ${action} on ${resource}`)
const onEach = (resources: readonly string[], ...actions: readonly string[]) =>
  resources.flatMap((resource) => on(resource, ...actions))
const table = (...actions: readonly string[]) => on('StateTable', ...actions.map((action) => `dynamodb:${action}`))
const lists = (...indexes: readonly string[]) =>
  onEach(
    indexes.map((index) => `StateTable/index/${index}`),
    'dynamodb:Query',
  )
const traces = on('*', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments')
const consume = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage']
const model = 'amazon.nova-2-lite-v1:0'

test.each([
  [
    'ReceiveMessage',
    [...on('MessagesInbound', 'sqs:SendMessage'), ...on('StandardChannelInbound', 'secretsmanager:GetSecretValue')],
  ],
  [
    'TakeTurn',
    [
      ...on('MessagesInbound', ...consume),
      ...table(...thread, 'DeleteItem', 'BatchGetItem'),
      ...on(`arn:<Partition>:bedrock:<Region>:<AccountId>:inference-profile/us.${model}`, 'bedrock:InvokeModel'),
      ...on(`arn:<Partition>:bedrock:*::foundation-model/${model}`, 'bedrock:InvokeModel'),
      ...onEach(['MessagesOutbound', ...lines], 'sqs:SendMessage'),
    ],
  ],
  [
    'DeliverMessage',
    [
      ...on('MessagesOutbound', ...consume, 'sqs:ChangeMessageVisibility'),
      ...table('GetItem', 'UpdateItem'),
      ...on('StandardChannelOutbound', 'secretsmanager:GetSecretValue'),
    ],
  ],
  [
    'AgentApi',
    [
      ...table(...thread, 'GetItem', 'DeleteItem', 'BatchGetItem'),
      ...lists('lists', 'byCustomer'),
      ...on('MessagesOutbound', 'sqs:SendMessage'),
      ...onEach(lines, 'sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'),
      ...on('Questions', 'sqs:SendMessage'),
    ],
  ],
  [
    'Sweep',
    [
      ...table('BatchGetItem', 'DeleteItem', 'PutItem', 'Query', 'UpdateItem'),
      ...lists('lists', 'byCustomer'),
      ...on('MessagesOutbound', 'sqs:SendMessage'),
      ...onEach(lines, 'sqs:SendMessage', 'sqs:GetQueueAttributes'),
    ],
  ],
  [
    'Report',
    [
      ...table('BatchGetItem', 'PutItem', 'Query'),
      ...lists('lists'),
      ...on('DeadLettersUnattended', 'sqs:SendMessage'),
    ],
  ],
  [
    'WhatIf',
    [...on('Questions', ...consume), ...table(...thread, 'GetItem', 'DeleteItem', 'BatchGetItem'), ...lists('lists')],
  ],
])('%s may do this, write its own log and its traces, and nothing else', (door, rights) => {
  const log = on(`${door}Log`, 'logs:CreateLogStream', 'logs:PutLogEvents')

  expect(rightsOf(template, `${door}Role`)).toEqual([...rights, ...log, ...traces].sort())
})

const twilio = { kind: 'twilio', accountSid: `AC${'0'.repeat(32)}`, webhookUrl: 'https://a.example/webhooks/twilio' }
const slack = { kind: 'slack' }

test('what lets customers in may send to the way out only where a channel tells what became of messages', () => {
  const rights = (channels: object) => rightsOf(sampleTemplate({ channels }), 'ReceiveMessageRole')

  expect(rights({ twilio })).toEqual(expect.arrayContaining(on('MessagesOutbound', 'sqs:SendMessage')))
  expect(rights({ slack })).toEqual(expect.not.arrayContaining(on('MessagesOutbound', 'sqs:SendMessage')))
})

const telegram = { kind: 'telegram', botId: '123456' }
const asksOf = (channels: object) =>
  rightsOf(sampleTemplate({ channels }), 'TakeTurnRole').filter((right) => right.includes('secretsmanager'))

test('the turn may read the secrets of the channels whose providers it asks for names or files, and no other', () => {
  const standard = { kind: 'standard', callbackUrl: 'https://a.example/callback' }

  expect(asksOf({ slack, telegram, twilio, line: { kind: 'line' } })).toEqual(
    ['Line', 'Slack', 'Telegram', 'Twilio'].map((name) => expect.stringMatching(`GetSecretValue on .*${name}`)),
  )
  expect(asksOf({ standard })).toEqual([])
})

test('what customers send along is written by the turn alone, and only the bucket says who may touch it', () => {
  const template = sampleTemplate(withFiles)
  const policies = Object.entries(resourcesOf(template, 'AWS::S3::BucketPolicy'))
  const letIn = policies.flatMap(([id, { Properties }]) => bucketRights(id, Properties)).sort()

  expect(letIn).toEqual([
    'AttachmentsFilesPolicy: AgentApiRole s3:DeleteObject on AttachmentsFiles/*',
    'AttachmentsFilesPolicy: AgentApiRole s3:GetObject on AttachmentsFiles/*',
    'AttachmentsFilesPolicy: AgentApiRole s3:ListBucket on AttachmentsFiles',
    'AttachmentsFilesPolicy: SweepRole s3:DeleteObject on AttachmentsFiles/*',
    'AttachmentsFilesPolicy: SweepRole s3:ListBucket on AttachmentsFiles',
    'AttachmentsFilesPolicy: TakeTurnRole s3:PutObject on AttachmentsFiles/*',
    'AttachmentsLogPolicy: logging.s3.amazonaws.com s3:PutObject on AttachmentsLog/*',
  ])
})

test('a report is written and told by its own door, and read by the agents’ alone and whoever erases', () => {
  const template = sampleTemplate({ report: {} })
  const policies = Object.entries(resourcesOf(template, 'AWS::S3::BucketPolicy'))
  const letIn = policies.flatMap(([id, { Properties }]) => bucketRights(id, Properties)).sort()
  const usual = rightsOf(sampleTemplate(), 'ReportRole')
  const told = rightsOf(template, 'ReportRole').filter((right) => !usual.includes(right))

  expect(letIn).toEqual([
    'ReportsLogPolicy: logging.s3.amazonaws.com s3:PutObject on ReportsLog/*',
    'ReportsPagesPolicy: AgentApiRole s3:DeleteObject on ReportsPages/reports/*',
    'ReportsPagesPolicy: AgentApiRole s3:GetObject on ReportsPages/reports/*',
    'ReportsPagesPolicy: AgentApiRole s3:ListBucket on ReportsPages',
    'ReportsPagesPolicy: ReportRole s3:PutObject on ReportsPages/reports/*',
    'ReportsPagesPolicy: SweepRole s3:DeleteObject on ReportsPages/reports/*',
    'ReportsPagesPolicy: SweepRole s3:GetObject on ReportsPages/reports/*',
    'ReportsPagesPolicy: SweepRole s3:ListBucket on ReportsPages',
  ])
  expect(told).toEqual([
    expect.stringMatching(/^Allow events:PutEvents on .*event-bus\/default$/),
    'Allow sns:Publish on ReportsTopic',
  ])
})

test('without a channel whose customers send files there is no bucket', () => {
  template.resourceCountIs('AWS::S3::Bucket', 0)
})

test('each door has a role of its own', () => {
  const roles = Object.values(resourcesOf(template, 'AWS::Lambda::Function')).map(({ Properties }) =>
    plain(Properties.Role),
  )

  expect(new Set(roles).size).toBe(7)
})

test('no role leans on a policy that AWS may widen', () => {
  const managed = Object.values(resourcesOf(template, 'AWS::IAM::Role')).map(
    ({ Properties }) => Properties.ManagedPolicyArns,
  )

  expect(managed.filter(Boolean)).toEqual([])
})
