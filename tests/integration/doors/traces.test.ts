import { createHash } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { bedrockClient } from '#shared/assistant/bedrock-client.ts'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { following } from '#shared/log/correlation.ts'
import { traced } from '#shared/log/xray-calls.ts'

const threadId = '0123456789abcdef01234567'
const canary = 'zebra-words'
/** The client holds the queue to it. */
const digest = createHash('md5').update(canary).digest('hex')
const root = '1-67409d3a-0123456789abcdef01234567'
const parent = '53995c3f42cd8ad8'

/** A service that quotes what it was sent, as some do. */
let service: Server
let daemon: Socket
let status: number
const asked: IncomingHttpHeaders[] = []
const told: string[] = []

beforeAll(async () => {
  service = createServer(async (request, response) => {
    asked.push(request.headers)
    let body = ''
    for await (const chunk of request) body += chunk
    const code = 'ValidationException'
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-amzn-errortype': code,
      'x-amzn-requestid': 'r-1',
    })
    response.end(
      JSON.stringify(
        status === 200 ? { MessageId: canary, MD5OfMessageBody: digest } : { __type: code, message: body },
      ),
    )
  }).listen(0, '127.0.0.1')
  daemon = createSocket('udp4').on('message', (message) => told.push(String(message)))
  daemon.bind(0, '127.0.0.1')
  await Promise.all([once(service, 'listening'), once(daemon, 'listening')])
})

afterAll(() => {
  service.closeAllConnections()
  service.close()
  daemon.close()
})

beforeEach(() => {
  asked.length = 0
  told.length = 0
  status = 200
  vi.stubEnv('AWS_REGION', 'eu-central-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'take-turn')
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(service.address() as AddressInfo).port}`)
  vi.stubEnv('AWS_XRAY_DAEMON_ADDRESS', `127.0.0.1:${daemon.address().port}`)
})

afterEach(() => {
  vi.unstubAllEnvs()
})

const sampled = (flag: 0 | 1) => vi.stubEnv('_X_AMZN_TRACE_ID', `Root=${root};Parent=${parent};Sampled=${flag}`)

const sends = () =>
  traced('SQS', sqsClient()).send(
    new SendMessageCommand({ QueueUrl: `${process.env.AWS_ENDPOINT_URL}/1/inbound`, MessageBody: canary }),
  )
const writes = () =>
  traced('DynamoDB', dynamoTable('table').client).send(
    new PutCommand({ TableName: 'table', Item: { pk: canary, sk: canary } }),
  )
const asks = () =>
  traced('Bedrock', bedrockClient()).send(
    new ConverseCommand({ modelId: 'model', messages: [{ role: 'user', content: [{ text: canary }] }] }),
  )

const documents = async (count: number) => {
  await vi.waitFor(() => expect(told).toHaveLength(count))
  return told.map((message) => JSON.parse(message.split('\n')[1] ?? ''))
}

test('what is sent to a queue carries the trace of the run that sent it', async () => {
  sampled(1)
  await sends()
  await documents(1)

  expect(asked[0]?.['x-amzn-trace-id']).toBe(`Root=${root};Parent=${parent};Sampled=1`)
})

test('each call stands in the trace, under the thread that it is about', async () => {
  sampled(1)
  await following([threadId], () => Promise.all([sends(), writes()]))

  const calls = await documents(2)
  expect(calls.map(({ name, aws }) => `${name} ${aws.operation}`).sort()).toEqual([
    'DynamoDB PutItem',
    'SQS SendMessage',
  ])
  for (const call of calls)
    expect(call).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      trace_id: root,
      parent_id: parent,
      type: 'subsegment',
      namespace: 'aws',
      aws: { request_id: 'r-1', retries: 0 },
      http: { response: { status: 200 } },
      annotations: { correlation_id: threadId },
    })
  expect(told[0]?.split('\n')[0]).toBe('{"format":"json","version":1}')
})

test('one that failed says so by its class and status, and still fails', async () => {
  sampled(1)
  status = 400
  for (const call of [sends, writes, asks]) await expect(call()).rejects.toMatchObject({ name: 'ValidationException' })

  for (const call of await documents(3))
    expect(call).toMatchObject({
      error: true,
      http: { response: { status: 400 } },
      annotations: { error: 'ValidationException' },
    })
})

test('one that nobody answered is a fault', async () => {
  sampled(1)
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1')
  await expect(asks()).rejects.toThrow()

  const [call] = await documents(1)
  expect(call).toMatchObject({ fault: true, name: 'Bedrock', aws: { operation: 'Converse' } })
})

test('no word of what was sent or answered is in a trace', async () => {
  sampled(1)
  await Promise.all([sends(), writes()])
  status = 400
  await Promise.allSettled([sends(), writes(), asks()])

  await documents(5)
  expect(told.join('\n')).not.toContain(canary)
})

test.each([
  ['that is not sampled', () => sampled(0)],
  ['that is not traced', () => vi.stubEnv('_X_AMZN_TRACE_ID', undefined)],
])('a run %s tells X-Ray nothing', async (_, run) => {
  run()
  await sends()
  sampled(1)
  await sends()

  expect(await documents(1)).toHaveLength(1)
  expect(asked).toHaveLength(2)
})
