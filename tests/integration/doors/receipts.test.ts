import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDeliverMessage } from '#functions/customer/open-deliver-message.ts'
import { openReceiveMessage } from '#functions/customer/open-receive-message.ts'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { silentLog } from '#shared/log/log.ts'
import type { Message } from '#shared/thread/message.ts'
import { toOutbound } from '#shared/thread/to-outbound.ts'
import { simulatedTable } from '#tests/simulation/simulated-cloud.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { startSqs, type TestSqs } from '#tests/support/sqs.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { formOf, signedForm, twilioAccount, twilioToken, twilioUrl } from '#tests/support/twilio-request.ts'

const address = { channel: 'twilio', account: twilioAccount, key: '+18005551212:+12349013030' }
const table = simulatedTable()
const records = tablePorts(table)
const posted: URLSearchParams[] = []

let sqs: TestSqs
let twilio: Listening
beforeAll(async () => {
  sqs = await startSqs([])
  twilio = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    posted.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
    response.writeHead(201).end('{}')
  })
})
afterAll(() => Promise.all([sqs.stop(), twilio.close()]))

const openDoors = (outboundQueueUrl: string) => {
  const shared = {
    config: testConfig({
      channels: {
        twilio: { kind: 'twilio', accountSid: twilioAccount, webhookUrl: twilioUrl, apiUrl: twilio.url },
      },
    }),
    secretsOf: () => ({ read: async () => ({ authToken: [twilioToken] }) }),
    sqs: sqs.client,
    system: systemPorts,
    published: { after: () => undefined },
    log: silentLog,
    outboundQueueUrl,
  }
  const receive = openReceiveMessage({ ...shared, inboundQueueUrl: sqs.inboundUrl })
  const deliver = openDeliverMessage({ ...shared, table })

  /** Posts what Twilio would, and is told what Twilio hears. */
  const post = async (url: string, fields: object) => {
    const { headers, body, rawQuery, query } = signedForm(formOf(fields), new URL(url).search.slice(1))
    const event = {
      requestContext: { http: { method: 'POST' } },
      pathParameters: { channel: 'twilio' },
      headers,
      rawQueryString: rawQuery,
      queryStringParameters: query,
      body: body.toString('base64'),
      isBase64Encoded: true,
    }
    return receive(event as unknown as APIGatewayProxyEventV2, {} as Context)
  }

  /** Hands over whatever lies in the queue. */
  const deliverAll = async () => {
    const bodies = await sqs.receive(outboundQueueUrl)
    const Records = bodies.map((body, index) => ({
      messageId: String(index),
      receiptHandle: String(index),
      body: JSON.stringify(body),
      attributes: { MessageGroupId: threadOf('thread-1'), ApproximateReceiveCount: '1' },
    }))
    return deliver({ Records } as unknown as SQSEvent, {} as Context)
  }
  return { post, deliverAll }
}

test('a message says by its own status what became of it, until it was read', async () => {
  const message: Message = {
    threadId: threadOf('thread-1'),
    id: 'out-1',
    conversationId: `${threadOf('thread-1')}.1`,
    at: Date.now(),
    author: { kind: 'assistant' },
    text: 'Hello',
    delivery: 'pending',
  }
  await records.transactions.commit('before', [{ kind: 'message-added', message }])
  const queues = await Promise.all([1, 2, 3].map(() => sqs.createQueue('fifo')))
  const [first, second, third] = queues.map((url) => ({ url, ...openDoors(url) }))
  if (!first || !second || !third) throw new Error('there are three queues')
  const stateNow = async () => (await records.deliveries.read(message.threadId, message.at, message.id))?.delivery
  const status = { MessageSid: 'SM1', From: '+18005551212', To: '+12349013030' }

  await sqsOutboundQueue(sqs.client, first.url).send([toOutbound(address, message)])
  await first.deliverAll()
  const callback = posted[0]?.get('StatusCallback') ?? ''
  const states = [await stateNow()]
  for (const [{ post, deliverAll }, MessageStatus] of [
    [second, 'delivered'],
    [third, 'read'],
  ] as const) {
    expect(await post(callback, { ...status, MessageStatus })).toMatchObject({ statusCode: 200, body: '<Response/>' })
    expect(await deliverAll()).toEqual({ batchItemFailures: [] })
    states.push(await stateNow())
  }

  expect(states).toEqual(['sent', 'delivered', 'read'])
})
