import { expect, test } from 'vitest'
import type { WebhookRequest } from '#shared/channel/channel.ts'
import { twilioReceiver } from '#shared/channel/twilio/twilio.ts'
import { signedJson, twilioAccount, twilioForm, twilioToken, twilioUrl } from '#tests/support/twilio-request.ts'

const now = 1_700_000_000_000
const sid = `SM${'0123456789abcdef'.repeat(2)}`
const message = { MessageSid: sid, From: '+12349013030', To: '+18005551212', Body: 'Hello', NumMedia: '0' }

const receive = (request: WebhookRequest, secrets: readonly string[] = [twilioToken], webhookUrl = twilioUrl) =>
  twilioReceiver({ accountSid: twilioAccount, webhookUrl }).receive(request, { authToken: secrets }, now)
const received = async (fields: Readonly<Record<string, string>>) => {
  const found = await receive(twilioForm(fields))
  return found.kind === 'messages' ? found.messages : found.kind
}

test('an SMS belongs to the thread of its two numbers, its words as they were written', async () => {
  expect(await received({ ...message, Body: 'Grüße & 1+1=2 😀\r\n%41' })).toEqual([
    {
      version: 1,
      address: { channel: 'twilio', account: twilioAccount, key: '+18005551212:+12349013030' },
      dedupeId: sid,
      sender: { id: '+12349013030', verified: {} },
      message: { id: sid, text: 'Grüße & 1+1=2 😀\r\n%41', attachments: [] },
      receivedAt: now,
    },
  ])
})

test('a message through WhatsApp bears the name that its writer chose', async () => {
  const whatsapp = {
    From: 'whatsapp:+12349013030',
    To: 'whatsapp:+18005551212',
    ProfileName: 'Ada',
    WaId: '12349013030',
  }

  expect(await received({ ...message, ...whatsapp })).toMatchObject([
    {
      address: { key: 'whatsapp:+18005551212:whatsapp:+12349013030' },
      sender: { id: 'whatsapp:+12349013030', name: 'Ada' },
    },
  ])
})

test('media come by reference', async () => {
  const media = {
    NumMedia: '2',
    MediaUrl0: 'https://api.twilio.com/media/1',
    MediaContentType0: 'image/jpeg',
    MediaUrl1: 'https://api.twilio.com/media/2',
  }

  expect(await received({ ...message, ...media, Body: '' })).toMatchObject([
    {
      message: {
        text: '',
        attachments: [
          { contentType: 'image/jpeg', url: 'https://api.twilio.com/media/1' },
          { url: 'https://api.twilio.com/media/2' },
        ],
      },
    },
  ])
})

test.each([
  [{ Body: 'Yes', ButtonText: 'Yes', ButtonPayload: 'yes-1' }, 'Yes'],
  [{ Body: '', ButtonText: 'Yes', ButtonPayload: 'yes-1' }, 'Yes'],
  [{ Body: '', ListTitle: 'Monday', ListId: '1' }, 'Monday'],
])('a choice %j is what its button says', async (choice, text) => {
  expect(await received({ ...message, ...choice })).toMatchObject([{ message: { text, attachments: [] } }])
})

test.each([
  [{ Latitude: '52.5', Longitude: '13.4', Label: 'Office' }, 'location: Office, 52.5, 13.4'],
  [{ MessageType: 'order' }, 'order message'],
  [{}, 'empty message'],
])('what is no text, %j, is named, so that a person gets it', async (fields, name) => {
  expect(await received({ ...message, Body: '', ...fields })).toMatchObject([
    { message: { text: '', attachments: [{ name }] } },
  ])
})

test('JSON is read where the URL vouches for it, and not where it vouches for another', async () => {
  const body = JSON.stringify({ ...message, Body: 'Grüße' })

  expect(await receive(signedJson(body))).toMatchObject({
    kind: 'messages',
    messages: [{ message: { text: 'Grüße' } }],
  })
  expect(await receive({ ...signedJson(body), body: Buffer.from(`${body} `) })).toEqual({ kind: 'unauthentic' })
})

test('the query that was sent is signed, as it was sent', async () => {
  const rawQuery = "a=%27b'+%C3%BC&b"
  const configured = `${twilioUrl}?entered=at#rc=3`

  expect((await receive(twilioForm(message, { rawQuery }), [twilioToken], configured)).kind).toBe('messages')
  expect((await receive({ ...twilioForm(message, { rawQuery }), rawQuery: `${rawQuery}c` })).kind).toBe('unauthentic')
  expect((await receive(twilioForm(message), [twilioToken], `${twilioUrl}/`)).kind).toBe('unauthentic')
})

test('either of two tokens is accepted; without one nothing is', async () => {
  const request = twilioForm(message)

  expect((await receive(request, ['another', twilioToken])).kind).toBe('messages')
  expect((await receive(request, ['another'])).kind).toBe('unauthentic')
  expect((await receive(request, [])).kind).toBe('unauthentic')
})

test.each([
  ['another spelling of a sign', 'Body=a%2Bb', 'Body=a%2bb'],
  ['a sign that is written out', 'Body=a%2Bb', 'Body=a+b '],
  ['a name without a value', 'Body=a%2Bb', 'Bodya%2Bb'],
  ['bytes that are no text', 'Body=a%2Bb', 'Body=a%FFb'],
])('%s is refused, though it may decode to the same', async (_, usual, changed) => {
  const fields = { ...message, Body: 'a+b' }
  const body = new URLSearchParams(fields).toString()

  expect((await receive(twilioForm(fields, { body }))).kind).toBe('messages')
  expect((await receive(twilioForm(fields, { body: body.replace(usual, changed) }))).kind).toBe('unauthentic')
})

test.each([
  ['a call', { CallSid: 'CA1', From: '+1', To: '+2' }, 'ignored'],
  ['nothing', {}, 'ignored'],
  ['a message whose id is none', { ...message, MessageSid: 'SM1' }, 'unreadable'],
  ['a message from nobody', { MessageSid: sid, To: '+1', Body: 'a' }, 'unreadable'],
  ['a number as long as a book', { ...message, From: '1'.repeat(1_000) }, 'unreadable'],
  ['a field that is called like what every object has', { ['__proto__']: 'a', constructor: 'b' }, 'ignored'],
])('%s is %s', async (_, fields, kind) => {
  expect(await received(fields)).toBe(kind)
})

test('Twilio hears nothing that it would say to the customer', () => {
  expect(twilioReceiver({ accountSid: twilioAccount, webhookUrl: twilioUrl }).taken).toEqual({
    status: 200,
    contentType: 'text/xml; charset=utf-8',
    body: '<Response/>',
  })
})
