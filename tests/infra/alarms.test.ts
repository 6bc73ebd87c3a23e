import { readFileSync } from 'node:fs'
import { Match } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { ageAlarm } from '#tests/simulation/stack-queues.ts'
import { plain, resourcesOf } from './read-template.ts'
import { inBedrock, sampleTemplate } from './sample-stack.ts'

const model = { id: 'us.amazon.nova-2-lite-v1:0', budget: { callsPerDay: 1_000 } }
const template = sampleTemplate({ ...inBedrock, model, alarms: { email: 'on-call@example.com' } })
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
  expect(alarms.length).toBe(14)
  expect(sections.filter((section) => !anchors.includes(String(section)))).toEqual([])
})

test('every section of the runbook is for an alarm', () => {
  expect(anchors.filter((anchor) => !sections.includes(anchor))).toEqual([])
})

test('every alarm is sent to the topic that the configured address reads', () => {
  const told = alarms.map(([, { Properties }]) => (Properties.AlarmActions as unknown[]).map(plain))

  expect(told).toEqual(alarms.map(() => ['AlarmsTopic']))
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'on-call@example.com',
    RedrivePolicy: { deadLetterTargetArn: Match.anyValue() },
  })
})

test('a company without a budget of its own has no alarm about one', () => {
  const own = Object.keys(resourcesOf(sampleTemplate(inBedrock), 'AWS::CloudWatch::Alarm'))

  expect(own).toHaveLength(alarms.length - 2)
  expect(own.filter((id) => id.includes('Budget'))).toEqual([])
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
