import { expect, test } from 'vitest'
import { plain, resourcesOf } from './read-template.ts'
import { sampleTemplate, withFiles } from './sample-stack.ts'

const template = sampleTemplate({ retention: { logDays: 30 } })
const doors = Object.entries(resourcesOf(template, 'AWS::Lambda::Function')).map(
  ([id, { Properties }]) => [plain({ Ref: id }).replace(/Function$/, ''), Properties] as const,
)
const environmentOf = (name: string): Readonly<Record<string, unknown>> => {
  const [, properties] = doors.find(([door]) => door === name) ?? []
  const { Variables } = (properties?.Environment ?? {}) as { Variables: Readonly<Record<string, unknown>> }
  return Variables
}
const everyDoorsOwn = ['LOG_LEVEL', 'POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME']

test.each(doors)('%s runs on Node 24 and arm64 with a role and log of its own', (name, properties) => {
  expect(properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
  })
  expect(plain(properties.Role)).toBe(`${name}Role`)
  expect(plain((properties.LoggingConfig as { LogGroup: unknown }).LogGroup)).toBe(`${name}Log`)
})

test.each([
  ['ReceiveMessage', 192],
  ['TakeTurn', 192],
  ['DeliverMessage', 192],
  ['AgentApi', 256],
  ['Sweep', 256],
  ['Report', 1_769],
  ['WhatIf', 1769],
])('%s has %i MB', (name, megabytes) => {
  expect(doors.find(([door]) => door === name)?.[1].MemorySize).toBe(megabytes)
})

test.each([
  ['ReceiveMessage', 10, ['INBOUND_QUEUE_URL', 'INBOUND_SECRET_IDS']],
  ['TakeTurn', 45, ['BATON_TABLE', 'OUTBOUND_QUEUE_URL', 'TEAM_QUEUE_URLS']],
  ['DeliverMessage', 30, ['BATON_TABLE', 'OUTBOUND_QUEUE_URL', 'OUTBOUND_SECRET_IDS']],
  ['AgentApi', 29, ['BATON_TABLE', 'OUTBOUND_QUEUE_URL', 'TEAM_QUEUE_URLS', 'WHAT_IF_QUEUE_URL']],
  ['Sweep', 55, ['BATON_TABLE', 'OUTBOUND_QUEUE_URL', 'TEAM_QUEUE_URLS']],
  ['Report', 900, ['BATON_TABLE']],
  ['WhatIf', 900, ['BATON_TABLE']],
])('%s has %i seconds and is told of %j alone', (name, seconds, variables) => {
  expect(doors.find(([door]) => door === name)?.[1].Timeout).toBe(seconds)
  expect(Object.keys(environmentOf(name)).sort()).toEqual([...variables, ...everyDoorsOwn].sort())
})

test('a door finds each team’s queue by the team’s id', () => {
  expect(JSON.parse(plain(environmentOf('TakeTurn').TEAM_QUEUE_URLS))).toEqual({
    care: 'LinescareTickets',
    'care-night': 'LinescarenightTickets',
  })
})

test('all logs are kept as long as the configuration says', () => {
  const retentions = Object.values(resourcesOf(template, 'AWS::Logs::LogGroup')).map(
    ({ Properties }) => Properties.RetentionInDays,
  )

  expect(retentions).toEqual(Array(8).fill(30))
})

test('nothing has a physical name, so that a second stack fits beside the first', () => {
  const named = [
    'FunctionName',
    'TableName',
    'QueueName',
    'RoleName',
    'TopicName',
    'LogGroupName',
    'UserPoolName',
    'AlarmName',
    'DashboardName',
  ]
  const resources = Object.entries(template.toJSON().Resources as Record<string, { Type: string; Properties?: object }>)
  const found = resources.filter(
    ([, { Type, Properties }]) =>
      !/EventSourceMapping|Permission|EventInvokeConfig|MetricFilter/.test(Type) &&
      named.some((name) => name in (Properties ?? {})),
  )

  expect(found.map(([id]) => id)).toEqual([])
})

test('where customers send files the turn has room for them, and it and the agents’ door are told of the bucket', () => {
  const functions = Object.entries(resourcesOf(sampleTemplate(withFiles), 'AWS::Lambda::Function'))
  const of = (name: string) => functions.find(([id]) => id.startsWith(name))?.[1].Properties
  const told = functions.filter(([, { Properties }]) =>
    JSON.stringify(Properties.Environment).includes('ATTACHMENT_BUCKET'),
  )

  expect(of('TakeTurn')?.MemorySize).toBe(192 + 192)
  expect(told.map(([id]) => plain({ Ref: id })).sort()).toEqual([
    'AgentApiFunction',
    'SweepFunction',
    'TakeTurnFunction',
  ])
})
