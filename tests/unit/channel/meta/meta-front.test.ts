import { expect, test } from 'vitest'
import type { WebhookRequest } from '#shared/channel/channel.ts'
import { instagramReceiver } from '#shared/channel/meta/instagram.ts'
import { messengerReceiver } from '#shared/channel/meta/messenger.ts'
import { whatsappReceiver } from '#shared/channel/meta/whatsapp.ts'
import { webhookRequest } from '#shared/lambda/webhook.ts'
import { signedByMeta } from '#tests/support/signed-channels.ts'
import { webhookRequestOf } from '#tests/support/webhook-request.ts'
import vectors from './meta-vectors.json' with { type: 'json' }

const receivers = {
  whatsapp: whatsappReceiver({ phoneNumberId: '106540352242922', apiUrl: 'https://graph.example' }),
  messenger: messengerReceiver({ pageId: '900100' }),
  instagram: instagramReceiver({ accountId: '900100' }),
}
const { whatsapp } = receivers
const empty = Buffer.from('{"object":"whatsapp_business_account","entry":[]}')

test.each(vectors)('$id: $expect', async ({ headers, body, secret, expect: wanted }) => {
  const received = await whatsapp.receive(webhookRequestOf(body, headers), { appSecret: [secret] }, 0)

  expect(received.kind !== 'unauthentic').toBe(wanted === 'accept')
})

test('a body that comes in base64 is the same body', async () => {
  const { headers } = signedByMeta(empty)
  const event = (body: string, isBase64Encoded: boolean) =>
    webhookRequest({
      requestContext: { http: { method: 'POST' } },
      headers,
      rawQueryString: '',
      body,
      isBase64Encoded,
    } as never)

  for (const request of [event(empty.toString(), false), event(empty.toString('base64'), true)])
    expect(await whatsapp.receive(request, { appSecret: ['app-secret'] }, 0)).toEqual({ kind: 'ignored' })
})

test('either of two app secrets is accepted, a third one is not', async () => {
  const receive = (appSecret: readonly string[]) => whatsapp.receive(signedByMeta(empty), { appSecret }, 0)

  expect((await receive(['new', 'app-secret'])).kind).toBe('ignored')
  expect((await receive(['newest', 'new', 'app-secret'])).kind).toBe('unauthentic')
})

test.each([
  ['in capitals', (signature: string) => signature.toUpperCase()],
  ['with capitals in its hex', (signature: string) => signature.replace(/[a-f]/g, (digit) => digit.toUpperCase())],
  ['of SHA-1', (signature: string) => signature.replace('sha256', 'sha1')],
  ['with something behind it', (signature: string) => `${signature}0`],
  ['without its end', (signature: string) => signature.slice(0, -1)],
])('a signature %s is none', async (_, changed) => {
  const { headers, body } = signedByMeta(empty)
  const signature = changed(headers['x-hub-signature-256'] ?? '')

  const received = await whatsapp.receive(
    webhookRequestOf(body, { 'x-hub-signature-256': signature }),
    { appSecret: ['app-secret'] },
    0,
  )

  expect(received).toEqual({ kind: 'unauthentic' })
})

test('a delivery about something else is nothing for us', async () => {
  const received = await receivers.messenger.receive(signedByMeta(empty), { appSecret: ['app-secret'] }, 0)

  expect(received).toEqual({ kind: 'ignored' })
})

const asked = (query: Record<string, string>): WebhookRequest => webhookRequestOf('', {}, { method: 'GET', query })
const question = { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me', 'hub.challenge': '1158201444' }

test.each(Object.entries(receivers))('%s answers the first question with its challenge', async (_, receiver) => {
  expect(await receiver.receive(asked(question), { verifyToken: ['verify-me'] }, 0)).toEqual({
    kind: 'answered',
    reply: { status: 200, contentType: 'text/plain; charset=utf-8', body: '1158201444' },
  })
})

test.each([
  ['another token', { 'hub.verify_token': 'guessed' }],
  ['the token and more', { 'hub.verify_token': 'verify-me2' }],
  ['an empty token', { 'hub.verify_token': '' }],
  ['the token twice', { 'hub.verify_token': 'verify-me,verify-me' }],
  ['another mode', { 'hub.mode': 'unsubscribe' }],
  ['no challenge', { 'hub.challenge': '' }],
  ['a challenge of markup', { 'hub.challenge': '<script>alert(1)</script>' }],
  ['a challenge without end', { 'hub.challenge': '1'.repeat(257) }],
])('with %s the question is not answered', async (_, changed) => {
  const request = asked({ ...question, ...changed })

  expect(await whatsapp.receive(request, { verifyToken: ['verify-me', ''] }, 0)).toEqual({ kind: 'unauthentic' })
})

test('either of two tokens is good; without one the question is not answered', async () => {
  expect((await whatsapp.receive(asked(question), { verifyToken: ['new', 'verify-me'] }, 0)).kind).toBe('answered')
  expect((await whatsapp.receive(asked(question), { verifyToken: ['newest', 'new', 'verify-me'] }, 0)).kind).toBe(
    'unauthentic',
  )
  expect((await whatsapp.receive(asked(question), {}, 0)).kind).toBe('unauthentic')
  expect((await whatsapp.receive(asked({ ...question, 'hub.verify_token': '' }), { verifyToken: [''] }, 0)).kind).toBe(
    'unauthentic',
  )
})

test('Meta, which repeats for seven days, hears 200 for what is kept and for what cannot be read', () => {
  for (const receiver of Object.values(receivers))
    expect(receiver).toMatchObject({ taken: { status: 200 }, unreadable: { status: 200 } })
})
