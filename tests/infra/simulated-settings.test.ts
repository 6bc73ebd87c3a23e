import { expect, test } from 'vitest'
import { bedrockClient } from '#shared/assistant/bedrock-client.ts'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { eventBridgeClient } from '#shared/handoff/eventbridge-event-sink.ts'
import { lambdaClient } from '#shared/tool/lambda-open.ts'
import { clientLimits, doorSeconds, eventSource } from '#tests/simulation/stack-doors.ts'
import {
  deadLetterQueues,
  inboundQueue,
  outboundQueue,
  stackQueues,
  teamQueue,
} from '#tests/simulation/stack-queues.ts'
import { plain, type Resource, resourcesOf } from './read-template.ts'
import { referredTo } from './rules/resources.ts'
import { sampleConfig, sampleTemplate } from './sample-stack.ts'

const template = sampleTemplate()
const teams = Object.keys(sampleConfig().teams)

/** The simulation's names of the stack's queues. */
const nameOf = (logicalId: string): string => {
  const [, dead, kind = ''] = /^(DeadLetters|Messages|Lines)(.+)$/.exec(plain({ Ref: logicalId })) ?? []
  const team = teams.find((id) => id.replaceAll('-', '') === kind.replace(/Tickets$/, ''))
  const working = team === undefined ? `${kind.toLowerCase()}.fifo` : teamQueue(team)
  return dead === 'DeadLetters' ? working.replace(/(?=\.fifo$)|(?<!\.fifo)$/, '-dead') : working
}

/** Where they are kept and under which key does not change what a queue does, nor does how fast it may be. */
const withoutEffect = ['SqsManagedSseEnabled', 'FifoThroughputLimit', 'RedrivePolicy']
type Properties = Readonly<Record<string, unknown>>
const effective = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !withoutEffect.includes(name)))

interface Redrive {
  readonly deadLetterTargetArn: unknown
  readonly maxReceiveCount: number
}
const redriveOf = ({ RedrivePolicy }: Properties, name: (arn: unknown) => string) => {
  const { deadLetterTargetArn, maxReceiveCount } = (RedrivePolicy ?? {}) as Partial<Redrive>
  return deadLetterTargetArn === undefined ? undefined : { to: name(deadLetterTargetArn), maxReceiveCount }
}

/** What the stack's clocks failed to do, and questions "what if": nothing of the simulation is behind them. */
const isApart = (logicalId: string) => /^(DeadLettersUnattended|DeadLettersWhatIf|Questions)/.test(logicalId)
const deployed = new Map(
  Object.entries(resourcesOf(template, 'AWS::SQS::Queue'))
    .filter(([id]) => !isApart(id))
    .map(([id, { Properties }]) => [nameOf(id), Properties] as const),
)
const logicalIdOf = (arn: unknown): string => (arn as { 'Fn::GetAtt': readonly [string] })['Fn::GetAtt'][0]
const simulated = new Map(stackQueues(teams).map(({ name, properties }) => [name, properties] as const))

test('the simulation has the queues of the stack, and no other', () => {
  expect([...simulated.keys()].sort()).toEqual([...deployed.keys()].sort())
})

test.each([...deployed])('%s is simulated with every setting that the template gives it', (name, properties) => {
  const own = simulated.get(name) ?? {}

  expect(effective(own)).toEqual(effective(properties))
  expect(redriveOf(own, (arn) => String(arn).split(':').at(-1) ?? '')).toEqual(
    redriveOf(properties, (arn) => nameOf(logicalIdOf(arn))),
  )
})

const doorsOf = (resources: Readonly<Record<string, Resource>>) =>
  Object.fromEntries(
    Object.entries(resources).map(([id, { Properties }]) => [
      plain({ Ref: id }).replace(/Function$/, ''),
      Properties.Timeout,
    ]),
  )

test('each simulated door has the time that the template gives it, and all doors but those that reckon are simulated', () => {
  const { Report, WhatIf, ...doors } = doorsOf(resourcesOf(template, 'AWS::Lambda::Function'))

  expect([Report, WhatIf]).not.toContain(undefined)
  expect(doors).toEqual(doorSeconds)
})

test('the simulation feeds the doors as the template does: batch, window, filter, failures and bounds', () => {
  const sources = Object.entries(resourcesOf(template, 'AWS::Lambda::EventSourceMapping')).flatMap(
    ([id, { Properties }]) => {
      if (isApart(id)) return []
      const { EventSourceArn, FunctionName, ...settings } = Properties
      return [{ from: nameOf(logicalIdOf(EventSourceArn)), to: plain(FunctionName), ...settings }]
    },
  )
  const { batchSize: BatchSize, partialFailures } = eventSource
  const FunctionResponseTypes = partialFailures ? ['ReportBatchItemFailures'] : []

  // Nothing else is set: no window, no filter, no maximum concurrency.
  expect(sources).toEqual([
    { from: inboundQueue, to: 'TakeTurnFunction', BatchSize, FunctionResponseTypes },
    { from: outboundQueue, to: 'DeliverMessageFunction', BatchSize, FunctionResponseTypes },
  ])
})

test.each(deadLetterQueues(teams))('what %s takes rings one alarm, and no other', (name) => {
  const ringing = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).filter(({ Properties }) =>
    referredTo(Properties.Dimensions).some((id) => deployed.has(nameOf(id)) && nameOf(id) === name),
  )

  expect(ringing.map(({ Properties: { MetricName, Threshold } }) => [MetricName, Threshold])).toEqual([
    ['ApproximateNumberOfMessagesVisible', 0],
  ])
})

interface Client {
  readonly config: { readonly maxAttempts: () => Promise<number>; readonly requestHandler: object }
}
const limitsOf = async ({ config }: Client) => {
  const { requestTimeout } = (await Reflect.get(config.requestHandler, 'configProvider')) as { requestTimeout?: number }
  return { maxAttempts: await config.maxAttempts(), requestMs: requestTimeout }
}

test('the simulated clients wait and repeat as the doors’ own do', async () => {
  const [dynamodb, sqs, bedrock, events, lambda] = await Promise.all(
    [dynamoTable('table').client, sqsClient(), bedrockClient(), eventBridgeClient(), lambdaClient('eu-west-1')].map(
      (client) => limitsOf(client as Client),
    ),
  )

  expect(dynamodb).toEqual(clientLimits.dynamodb)
  expect(sqs).toEqual(clientLimits.sqs)
  expect(events).toEqual(clientLimits.events)
  expect(bedrock).toEqual({ maxAttempts: clientLimits.bedrock.maxAttempts, requestMs: undefined })
  expect(lambda).toEqual({ maxAttempts: clientLimits.lambda.maxAttempts, requestMs: undefined })
})
