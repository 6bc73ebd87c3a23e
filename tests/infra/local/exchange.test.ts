import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createCallCounter } from '#infra/local/gateway/call-counter.ts'
import type { Exchange } from '#infra/local/gateway/exchange.ts'
import { type Gateway, startGateway } from '#infra/local/gateway/gateway.ts'
import { createSecrets } from '#infra/local/gateway/secrets.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { type ModelStandIn, startModelStandIn } from '#infra/local/model/stand-in.ts'
import { createQueues } from '#infra/local/queue/queues.ts'
import { openKeep } from '#infra/local/stack/keep.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

const seen: Exchange[] = []
let gateway: Gateway
let standIn: ModelStandIn

beforeAll(async () => {
  gateway = await startGateway(createCallCounter(), (exchange) => seen.push(exchange))
  standIn = await startModelStandIn()
  const place = { region: 'us-east-1', account: '000000000000', stackName: 'G', gatewayUrl: gateway.url, frontUrl: '' }
  const stack = readTemplate({ Resources: { Box: { Type: 'AWS::SQS::Queue' } } }, place)
  const role = createRole('TurnRole', [{ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }])
  gateway.serve({
    place,
    callers: [{ name: 'Turn', accessKeyId: 'LOCALTURN', role }],
    queues: await createQueues(stack),
    secrets: createSecrets(stack, openKeep(undefined)),
    tableUrl: '',
    model: standIn.url,
  })
})
beforeEach(() => {
  seen.length = 0
})
afterAll(() => Promise.all([gateway.close(), standIn.close()]))

const client = () => ({
  endpoint: gateway.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'LOCALTURN', secretAccessKey: 'local' },
  maxAttempts: 1,
  requestHandler: new NodeHttpHandler(),
})
const converse = () =>
  new BedrockRuntimeClient(client()).send(
    new ConverseCommand({ modelId: 'amazon.nova', messages: [{ role: 'user', content: [{ text: 'hello' }] }] }),
  )

it('a call is told with its answer, both as they went over the wire', async () => {
  const answer = await converse()

  await vi.waitFor(() => expect(seen).toHaveLength(1))
  expect(seen[0]).toMatchObject({
    caller: 'Turn',
    call: { service: 'bedrock', operation: 'converse', model: 'amazon.nova' },
    request: {
      method: 'POST',
      path: '/model/amazon.nova/converse',
      headers: { 'content-type': 'application/json', authorization: expect.stringContaining('/bedrock/aws4_request') },
    },
    answer: { status: 200, headers: { 'content-type': 'application/json' } },
  })
  expect(JSON.parse(seen[0]?.request.body ?? '')).toEqual({
    messages: [{ role: 'user', content: [{ text: 'hello' }] }],
  })
  expect(JSON.parse(seen[0]?.answer?.body ?? '')).toMatchObject({ output: answer.output })
})

it('a call that was refused is told with the refusal, which names role, action and resource', async () => {
  const refused = new SQSClient(client()).send(
    new SendMessageCommand({ QueueUrl: `${gateway.url}/000000000000/Box`, MessageBody: 'x' }),
  )

  await expect(refused).rejects.toThrow()
  await vi.waitFor(() => expect(seen).toHaveLength(1))
  expect(seen[0]?.answer?.status).toBe(400)
  expect(JSON.parse(seen[0]?.answer?.body ?? '')).toMatchObject({
    __type: expect.stringContaining('AccessDeniedException'),
    message: expect.stringMatching(
      /assumed-role\/TurnRole\/Turn is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:000000000000:Box /,
    ),
  })
})

it('a call whose connection broke is told without an answer', async () => {
  standIn.setMood('down')
  // The third failure in this mood is a broken connection.
  for (let n = 0; n < 3; n += 1) await converse().catch(() => undefined)
  standIn.setMood('normal')

  await vi.waitFor(() => expect(seen).toHaveLength(3))
  expect(seen.map(({ answer }) => answer?.status)).toEqual([429, 503, undefined])
})
