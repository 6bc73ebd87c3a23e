import { readFileSync } from 'node:fs'
import { Match } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { alarmTexts } from '#infra/constructs/alarm-texts.ts'
import { ageAlarm } from '#tests/simulation/stack-queues.ts'
import { plain, resourcesOf } from './read-template.ts'
import { inBedrock, sampleTemplate } from './sample-stack.ts'

const model = { id: 'us.amazon.nova-2-lite-v1:0', budget: { callsPerDay: 1_000 } }
const told = { email: 'on-call@example.com', longestWaitMinutes: 20, modelDollarsPerDay: 50 }
const template = sampleTemplate({ ...inBedrock, model, export: {}, alarms: told })
const alarms = Object.entries(resourcesOf(template, 'AWS::CloudWatch::Alarm'))
const queueIds = Object.keys(resourcesOf(template, 'AWS::SQS::Queue'))
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
  String(heading)
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
)
const sections = alarms.map(([, { Properties }]) => String(Properties.AlarmDescription).split('docs/runbook.md#')[1])

const watching = (queue: string, metric: string) =>
  alarms.filter(
    ([
      ,
      {
        Properties: { MetricName, Dimensions },
      },
    ]) => {
      const [dimension] = (Dimensions ?? []) as readonly { Value: unknown }[]
      return MetricName === metric && plain(dimension?.Value) === plain({ Ref: queue })
    },
  )

test.each(queueIds.filter((id) => id.includes('DeadLetters')))('%s raises an alarm with its first message', (queue) => {
  const [alarm, ...others] = watching(queue, 'ApproximateNumberOfMessagesVisible')

  expect(alarm?.[1].Properties).toMatchObject({
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 1,
  })
  expect(others).toEqual([])
})

test.each(queueIds.filter((id) => /^Messages(In|Out)bound(?!Dead)/.test(id)))(
  '%s raises an alarm when its oldest message waits longer than a minute',
  (queue) => {
    const [alarm] = watching(queue, 'ApproximateAgeOfOldestMessage')

    expect(alarm?.[1].Properties).toMatchObject({
      Threshold: ageAlarm.thresholdSeconds,
      Period: ageAlarm.periodSeconds,
      EvaluationPeriods: 1,
      Statistic: 'Maximum',
    })
    expect(ageAlarm.thresholdSeconds + ageAlarm.periodSeconds).toBeLessThanOrEqual(120)
  },
)

test('a sweep that is silent raises an alarm as one that fails does', () => {
  const [, sweep] = alarms.find(([id]) => id.startsWith('AlarmsSweepMissed')) ?? []

  expect(sweep?.Properties).toMatchObject({ TreatMissingData: 'breaching', Threshold: -1 })
})

test('every alarm names its section of the runbook, and there is one', () => {
  expect(alarms.length).toBe(21)
  expect(sections.filter((section) => !anchors.includes(String(section)))).toEqual([])
})

test('every alarm says what to do first, and its texts are those that there are sections for', () => {
  const texts = alarms.map(([, { Properties }]) => String(Properties.AlarmDescription))

  expect(texts.filter((text) => !/^.{20,}\. First: .{20,}\. docs\/runbook\.md#[a-z-]+$/.test(text))).toEqual([])
  expect(Object.keys(alarmTexts).sort()).toEqual([...anchors].sort())
})

test('every section of the runbook is for an alarm', () => {
  expect(anchors.filter((anchor) => !sections.includes(anchor))).toEqual([])
})

test('every alarm is sent to the topic that the configured address reads', () => {
  const telling = alarms.map(([, { Properties }]) => (Properties.AlarmActions as unknown[]).map(plain))

  expect(telling).toEqual(alarms.map(() => ['AlarmsTopic']))
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'on-call@example.com',
    RedrivePolicy: { deadLetterTargetArn: Match.anyValue() },
  })
})

test('a company without a budget or a bound on its spending has no alarm about them', () => {
  const own = Object.keys(resourcesOf(sampleTemplate({ ...inBedrock, export: {} }), 'AWS::CloudWatch::Alarm'))

  expect(own).toHaveLength(alarms.length - 3)
  expect(own.filter((id) => /Budget|Spend/.test(id))).toEqual([])
})

test('nobody is subscribed where no address is configured', () => {
  sampleTemplate().resourceCountIs('AWS::SNS::Subscription', 0)
})

test('CloudWatch of this account may publish alarms, and nobody without TLS', () => {
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  })
})
