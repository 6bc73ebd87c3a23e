import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, test } from 'vitest'
import type { Received } from '#shared/channel/channel.ts'
import { standardWebhooks } from '#shared/channel/standard/standard-webhooks.ts'
import { webhookAnswer, webhookRequest } from '#shared/lambda/webhook.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { agentEvent } from '#tests/support/agent-event.ts'
import { inbound } from '#tests/support/inbound.ts'
import { messageEvent, signedRequest } from '#tests/support/signed-request.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const timestamp = 1_700_000_000
const now = timestamp * 1_000

const answerTo = (received: Received | undefined, channel = 'standard') => {
  const events: LogEvent[] = []
  const answer = webhookAnswer(received, channel, (event) => events.push(event))
  const { body = '', headers = {}, statusCode: status } = answer
  return { status, text: body, body: JSON.parse(body), headers, events }
}

const message = inbound({ receivedAt: 1 })

test.each<[Received, object]>([
  [{ kind: 'messages', messages: [message] }, { accepted: 1 }],
  [{ kind: 'messages', messages: [message, message] }, { accepted: 2 }],
  [{ kind: 'ignored' }, { accepted: 0 }],
])('%o is acknowledged with 202', async (received, body) => {
  const answer = answerTo(received)

  expect(answer).toMatchObject({ status: 202, body, headers: { 'content-type': 'application/json' } })
  expect(answer.events).toEqual([])
})

test.each<[Received | undefined, number, object]>([
  [{ kind: 'unauthentic' }, 401, { title: 'Unauthorized', status: 401 }],
  [{ kind: 'too-large', limitBytes: 7 }, 413, { code: 'body-too-large', detail: 'body: must be at most 7 bytes' }],
  [
    { kind: 'unreadable', detail: 'type: must be string' },
    400,
    { code: 'bad-request', detail: 'type: must be string' },
  ],
  [{ kind: 'wrong-method', allowed: 'POST' }, 405, { code: 'method-not-allowed', status: 405 }],
  [undefined, 404, { code: 'unknown-route', status: 404 }],
])('%o is refused with a problem', async (received, status, body) => {
  const answer = answerTo(received)

  expect(answer).toMatchObject({ status, body, headers: { 'content-type': 'application/problem+json' } })
  expect(answer.events).toEqual([{ event: 'webhook.refused', channel: received ? 'standard' : 'unknown', status }])
})

test('a method that is not for webhooks is told which one is', async () => {
  expect(answerTo({ kind: 'wrong-method', allowed: 'POST' }).headers).toMatchObject({ allow: 'POST' })
})

test('a channel that is not connected is not named in the log, whatever the path said', async () => {
  expect(JSON.stringify(answerTo(undefined, 'ada@example.com').events)).not.toContain('ada')
})

const good = signedRequest({ secret, body: messageEvent(), timestamp })

test.each([
  ['no headers', { headers: {} }],
  [
    'another secret',
    signedRequest({ secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', body: messageEvent(), timestamp }),
  ],
  ['an old timestamp', signedRequest({ secret, body: messageEvent(), timestamp: timestamp - 301 })],
  ['another body', { body: Buffer.from('{}') }],
  ['no signature', { headers: { ...good.headers, 'webhook-signature': '' } }],
])('whoever guesses with %s learns nothing: one answer of at most 64 bytes', async (_what, changed) => {
  const received = await standardWebhooks.receive({ ...good, ...changed }, { signing: [secret] }, now)
  const { status, text } = answerTo(received)

  expect(status).toBe(401)
  expect(text).toBe('{"title":"Unauthorized","status":401}')
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64)
})

const eventOf = (body: string | undefined, isBase64Encoded: boolean): APIGatewayProxyEventV2 => {
  const { body: _none, ...event } = agentEvent({ route: 'POST /webhooks/{channel}', headers: good.headers as never })
  return { ...event, isBase64Encoded, ...(body !== undefined && { body }) }
}

test.each([false, true])('a signature over an emoji holds, in base64 or not (%s)', async (isBase64) => {
  const body = messageEvent('Grüße 😀👩‍👩‍👧')
  const { headers } = signedRequest({ secret, body, timestamp })
  const request = webhookRequest({
    ...eventOf(isBase64 ? Buffer.from(body).toString('base64') : body, isBase64),
    headers: headers as Record<string, string>,
  })

  expect(request.body).toEqual(Buffer.from(body))
  expect(await standardWebhooks.receive(request, { signing: [secret] }, now)).toMatchObject({
    messages: [{ message: { text: 'Grüße 😀👩‍👩‍👧' } }],
  })
})

test('a request without a body has an empty one', async () => {
  const request = webhookRequest(eventOf(undefined, false))

  expect(request).toMatchObject({ method: 'POST', body: Buffer.alloc(0) })
  expect(await standardWebhooks.receive(request, { signing: [secret] }, now)).toEqual({ kind: 'unauthentic' })
})

test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])(
  '%s is no way to deliver, signed or not',
  async (method) => {
    const received = await standardWebhooks.receive({ ...good, method }, { signing: [secret] }, now)

    expect(received).toEqual({ kind: 'wrong-method', allowed: 'POST' })
    expect(await standardWebhooks.receive({ ...good, method: 'POST' }, { signing: [secret] }, now)).toMatchObject({
      kind: 'messages',
    })
  },
)
