import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, type Stack } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import type { Construct } from 'constructs'
import { afterAll, describe, expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { eventSchemaJson } from '#infra/event-schema.ts'
import { takeEvents } from '#infra/local/gateway/events.ts'
import { type AwsCall, accessRequests } from '#infra/local/iam/access-requests.ts'
import type { JsonObject } from '#infra/local/json.ts'
import type { Place } from '#infra/local/stack/place.ts'
import { eventTypes } from '#shared/handoff/handoff-event.ts'
import { reportEventSchema } from '#shared/report/report-event.ts'
import { rightsOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

test('the schema in docs is the one that the code has', () => {
  const file = readFileSync(join(projectFolder, 'docs/events.schema.json'), 'utf8')

  expect(JSON.parse(file)).toEqual(JSON.parse(eventSchemaJson()))
})

test('the schema tells of every event that there is: those of handoffs, and that of the weekly report', () => {
  const { anyOf } = JSON.parse(eventSchemaJson()) as { anyOf: { properties: Record<string, JsonObject> }[] }
  const types = anyOf.flatMap(({ properties: { type } }) => type?.enum ?? [type?.const])

  expect(types).toEqual([...eventTypes, 'report.written'])
  expect(Object.keys(anyOf[1]?.properties ?? {})).toEqual(Object.keys(reportEventSchema.shape))
  expect(anyOf.filter((one) => 'additionalProperties' in one)).toEqual([])
})

describe('the bell in Slack, as the page shows it', () => {
  const page = readFileSync(join(projectFolder, 'docs/events.md'), 'utf8')
  const [, source = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? []
  const folder = join(projectFolder, '.build', `bell-${process.pid}`)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('synthesises to a rule, a destination and the right to call it', async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'bell.ts'), source)
    const { BellInSlack } = (await import(join(folder, 'bell.ts'))) as {
      BellInSlack: new (scope: Construct, id: string) => Stack
    }

    const template = Template.fromStack(new BellInSlack(new App(), 'Bell'))

    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['baton'],
        'detail-type': ['handoff.opened', 'handoff.escalated', 'handoff.transferred'],
        detail: { team: ['billing'] },
      },
      Targets: [Match.objectLike({ InputTransformer: Match.anyValue() })],
    })
    template.resourceCountIs('AWS::Events::ApiDestination', 1)
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [Match.objectLike({ Action: 'events:InvokeApiDestination' })] },
    })
  })
})

describe('the stack', () => {
  const bus = 'arn:<Partition>:events:<Region>:<AccountId>:event-bus/support-desk'
  const told = sampleTemplate({ events: { bus: 'support-desk' } })
  const doors = ['ReceiveMessage', 'TakeTurn', 'DeliverMessage', 'AgentApi', 'Sweep', 'Report']
  const onBus = (template: Template) =>
    doors.flatMap((door) =>
      rightsOf(template, `${door}Role`)
        .filter((right) => right.includes('events:'))
        .map((right) => [door, right]),
    )

  const puttingOn = (arn: string) =>
    ['TakeTurn', 'AgentApi', 'Sweep'].map((door) => [door, `Allow events:PutEvents on ${arn}`])

  test('lets the doors that commit a handoff, and the sweep behind them, put events on that bus, and nobody else', () => {
    expect(onBus(told)).toEqual(puttingOn(bus))
    expect(onBus(sampleTemplate())).toEqual([])
  })

  test('takes a bus by its ARN as it is', () => {
    const arn = 'arn:aws:events:eu-central-1:123456789012:event-bus/desk'

    expect(onBus(sampleTemplate({ events: { bus: arn } }))).toEqual(puttingOn(arn))
  })
})

describe('the local cloud', () => {
  const place: Place = {
    region: 'us-east-1',
    account: '000000000000',
    stackName: 'S',
    gatewayUrl: '',
    frontUrl: '',
  }
  const input = (...entries: JsonObject[]) => ({ Entries: entries })
  const call = (given: JsonObject): AwsCall => ({ service: 'events', operation: 'PutEvents', input: given })

  test('asks for the right to every bus that an entry names', () => {
    const given = input({ EventBusName: 'desk' }, { EventBusName: 'arn:aws:events:us-east-1:1:event-bus/far' }, {})

    expect(accessRequests(place, call(given))).toEqual(
      [
        'arn:aws:events:us-east-1:000000000000:event-bus/desk',
        'arn:aws:events:us-east-1:1:event-bus/far',
        'arn:aws:events:us-east-1:000000000000:event-bus/default',
      ].map((resource) => ({ action: 'events:PutEvents', resource })),
    )
  })

  test('takes what can be read, and says of the rest that it is malformed', () => {
    const given = input({ DetailType: 'handoff.opened', Detail: '{}' }, { DetailType: 'x', Detail: 'no JSON' }, {})

    expect(takeEvents(call(given))).toMatchObject({
      FailedEntryCount: 2,
      Entries: [{ EventId: expect.any(String) }, { ErrorCode: 'MalformedDetail' }, { ErrorCode: 'MalformedDetail' }],
    })
  })
})
