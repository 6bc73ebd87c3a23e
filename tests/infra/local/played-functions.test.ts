import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCallCounter } from '#infra/local/gateway/call-counter.ts'
import { type Gateway, startGateway } from '#infra/local/gateway/gateway.ts'
import { createSecrets } from '#infra/local/gateway/secrets.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { playedFunctions } from '#infra/local/orders/played-functions.ts'
import { createQueues } from '#infra/local/queue/queues.ts'
import { openKeep } from '#infra/local/stack/keep.ts'
import { readTemplate } from '#infra/local/stack/template.ts'
import { lambdaToolCaller } from '#shared/tool/lambda-tool-caller.ts'
import { toolOf } from '#tests/support/company-tool.ts'

const warranties = 'arn:aws:lambda:eu-central-1:123456789012:function:warranties:live'
const orders = 'arn:aws:lambda:eu-central-1:123456789012:function:orders'
const at = (name: string, lambda: string) => toolOf({ name, target: { lambda } })

const counter = createCallCounter()
let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway(counter)
  const place = { region: 'us-east-1', account: '0', stackName: 'G', gatewayUrl: gateway.url, frontUrl: '' }
  const stack = readTemplate({ Resources: {} }, place)
  const role = (name: string, Resource: string) =>
    createRole(name, [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource }])
  gateway.serve({
    place,
    callers: [
      { name: 'TakeTurn', accessKeyId: 'LOCALTURN', role: role('TurnRole', warranties) },
      { name: 'Unqualified', accessKeyId: 'LOCALPLAIN', role: role('PlainRole', warranties.replace(':live', '')) },
      { name: 'All', accessKeyId: 'LOCALALL', role: role('AllRole', '*') },
    ],
    functions: playedFunctions([at('look_up_warranty', warranties), at('look_up_order', orders), toolOf()]),
    queues: await createQueues(stack),
    secrets: createSecrets(stack, openKeep(undefined)),
    tableUrl: '',
    model: '',
  })
})
afterAll(() => gateway.close())

const clientOf = (accessKeyId: string) => (region: string) =>
  new LambdaClient({
    endpoint: gateway.url,
    region,
    credentials: { accessKeyId, secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler(),
  })

const called = (accessKeyId: string, tool: ReturnType<typeof at>, input: Readonly<Record<string, unknown>>) =>
  lambdaToolCaller({ clientIn: clientOf(accessKeyId), clock: Date.now }).call(
    { tool, id: 'call-1', conversationId: 't.1', customer: { id: 'u-1', account: 'mira', verified: {} }, input },
    5_000,
  )

const warrantyOf = (accessKeyId: string) =>
  called(accessKeyId, at('look_up_warranty', warranties), { serial: 'LO-90417', customer: { id: 'u-say' } })

test('a function that the role may invoke is played, for the customer that the platform names', async () => {
  const answer = await warrantyOf('LOCALTURN')

  expect(answer).toEqual({ kind: 'answered', text: expect.stringContaining('until 2029-03-01') })
})

test.each([
  ['of an alias under a right to the function without it', 'LOCALPLAIN', at('look_up_warranty', warranties)],
  ['of another function', 'LOCALTURN', at('look_up_order', orders)],
])('a call %s is refused, as AWS would', async (_what, key, tool) => {
  expect(await called(key, tool, {})).toEqual({ kind: 'failed', cause: 'AccessDeniedException', again: false })
})

test('a tool that the sample company has at a URL is played as a function as well', async () => {
  expect(await called('LOCALALL', at('look_up_order', orders), { order: '1077' })).toMatchObject({
    kind: 'answered',
    text: expect.stringContaining('Oslo desk lamp'),
  })
})

test('a function that nobody plays is not there', async () => {
  const answer = await called('LOCALALL', at('cancel_order', `${orders}-cancelled`), {})

  expect(answer).toEqual({ kind: 'failed', cause: 'ResourceNotFoundException', again: false })
})

test('the call is counted like any other', async () => {
  counter.reset()

  await clientOf('LOCALALL')('eu-central-1').send(new InvokeCommand({ FunctionName: orders, Payload: '{}' }))

  expect(counter.all()).toEqual([expect.objectContaining({ service: 'lambda', operation: 'Invoke' })])
})
