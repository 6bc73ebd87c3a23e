import { expect, test } from 'vitest'
import { referenceOf } from '#shared/channel/receipt.ts'
import { twilioReceiver } from '#shared/channel/twilio/twilio.ts'
import { twilioAccount, twilioForm, twilioToken, twilioUrl } from '#tests/support/twilio-request.ts'

const sid = `SM${'0123456789abcdef'.repeat(2)}`

const named = { threadId: '0123456789abcdef01234567', at: 1_700_000_000_001, id: 'out_1-a' }
const reference = referenceOf(named)
const statusOf = async (rawQuery: string, fields: Readonly<Record<string, string>>, template?: object) => {
  const found = await twilioReceiver({ accountSid: twilioAccount, webhookUrl: twilioUrl, template }).receive(
    twilioForm({ MessageSid: sid, From: '+1', To: '+2', ...fields }, { rawQuery }),
    { authToken: [twilioToken] },
    1_700_000_000_000,
  )
  return found.kind === 'messages' ? { messages: found.messages, receipts: found.receipts } : found.kind
}

test.each([
  [{ MessageStatus: 'delivered' }, { to: 'delivered' }],
  [{ MessageStatus: 'read' }, { to: 'read' }],
  [
    { MessageStatus: 'undelivered', ErrorCode: '30005' },
    { to: 'failed', cause: 'Twilio answered 30005: the number is unknown or out of use' },
  ],
  [
    { MessageStatus: 'failed', ErrorCode: '99999' },
    { to: 'failed', cause: 'Twilio answered 99999' },
  ],
  [
    { MessageStatus: 'failed', ErrorCode: 'constructor' },
    { to: 'failed', cause: 'Twilio answered failed' },
  ],
])('a status %j says what became of the message that its URL names', async (status, receipt) => {
  expect(await statusOf(`message=${reference}`, status)).toEqual({ messages: [], receipts: [{ ...named, ...receipt }] })
})

test('an earlier part that arrived does not say that all of it did, one that failed says so', async () => {
  expect(await statusOf(`part=${reference}`, { MessageStatus: 'delivered' })).toBe('ignored')
  expect(await statusOf(`part=${reference}`, { MessageStatus: 'failed', ErrorCode: '30003' })).toMatchObject({
    receipts: [{ id: named.id, to: 'failed' }],
  })
})

test.each([
  ['a status that decides nothing', `message=${reference}`, 'queued'],
  ['a status that every object has', `message=${reference}`, 'constructor'],
  ['no name', '', 'delivered'],
  ['a name of another', 'message=abc', 'delivered'],
])('%s is nothing for us', async (_, rawQuery, MessageStatus) => {
  expect(await statusOf(rawQuery, { MessageStatus })).toBe('ignored')
})

const tooLate = { MessageStatus: 'failed', ErrorCode: '63016' }
const template = { contentSid: `HX${'0'.repeat(32)}` }

test.each(['message', 'part'])(
  'a text that came too late, told as %s, may go as a template, if there is one',
  async (name) => {
    const [withOne, without] = [
      await statusOf(`${name}=${reference}`, tooLate, template),
      await statusOf(`${name}=${reference}`, tooLate),
    ]

    expect(withOne).toMatchObject({ receipts: [{ ...named, to: 'failed', templateMayGo: true }] })
    expect(without).toEqual({
      messages: [],
      receipts: [{ ...named, to: 'failed', cause: expect.stringContaining('63016') }],
    })
  },
)

test('another failure, and one of the template itself, lets no template go', async () => {
  const cause = expect.any(String)

  expect(await statusOf(`message=${reference}`, { MessageStatus: 'failed', ErrorCode: '63024' }, template)).toEqual({
    messages: [],
    receipts: [{ ...named, to: 'failed', cause }],
  })
  expect(await statusOf(`template=${reference}`, tooLate, template)).toEqual({
    messages: [],
    receipts: [{ ...named, asTemplate: true, to: 'failed', cause }],
  })
})

test("a template's statuses are told from its text's, and only its last part arrives for all", async () => {
  expect(await statusOf(`template=${reference}`, { MessageStatus: 'delivered' })).toMatchObject({
    receipts: [{ ...named, asTemplate: true, to: 'delivered' }],
  })
  expect(await statusOf(`template-part=${reference}`, { MessageStatus: 'delivered' })).toBe('ignored')
  expect(await statusOf(`template-part=${reference}`, { MessageStatus: 'failed' })).toMatchObject({
    receipts: [{ ...named, asTemplate: true, to: 'failed' }],
  })
})
