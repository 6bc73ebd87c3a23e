import { expect, test } from 'vitest'
import type { Received } from '#shared/channel/channel.ts'
import { whatsappReceiver } from '#shared/channel/meta/whatsapp.ts'
import { statusNameOf } from '#shared/channel/meta/whatsapp-status.ts'
import { referenceOf } from '#shared/channel/receipt.ts'
import { metaSecrets, signedByMeta } from '#tests/support/signed-channels.ts'

const phoneNumberId = '106540352242922'
const settings = { phoneNumberId, apiUrl: 'https://graph.example/v23.0' }
const receiveValue = (value: object, template?: object): Promise<Received> => {
  const receiver = whatsappReceiver({ ...settings, template })
  const change = { field: 'messages', value: { metadata: { phone_number_id: phoneNumberId }, ...value } }
  const delivery = { object: 'whatsapp_business_account', entry: [{ id: '419561257915477', changes: [change] }] }
  return receiver.receive(signedByMeta(Buffer.from(JSON.stringify(delivery))), metaSecrets, 1_749_416_383_900)
}

const about = { threadId: 'a'.repeat(24), at: 1_700_000_000_123, id: 'out_1' }
const status = { id: 'wamid.B', recipient_id: '16505551234', biz_opaque_callback_data: referenceOf(about) }
const receipts = async (fields: object, template?: object) => {
  const received = await receiveValue({ statuses: [{ ...status, ...fields }] }, template)
  return received.kind === 'messages' ? received.receipts : received.kind
}

test.each([
  ['delivered', [{ ...about, to: 'delivered' }]],
  ['read', [{ ...about, to: 'read' }]],
  ['played', [{ ...about, to: 'read' }]],
  ['sent', 'ignored'],
  ['deleted', 'ignored'],
  ['constructor', 'ignored'],
])('a status %s of our own message is its receipt', async (to, found) => {
  expect(await receipts({ status: to })).toEqual(found)
})

test.each([
  [131047, 'WhatsApp answered 131047: the customer was silent for 24 hours, and a template is needed'],
  [999, 'WhatsApp answered 999'],
  [undefined, 'WhatsApp answered failed'],
])('a failure %j says why', async (code, cause) => {
  expect(await receipts({ status: 'failed', errors: [{ code }] })).toEqual([{ ...about, to: 'failed', cause }])
})

test('an earlier part of a long text tells of its failure only', async () => {
  const early = { biz_opaque_callback_data: statusNameOf(about, { last: false, asTemplate: false }) }

  expect(await receipts({ ...early, status: 'delivered' })).toBe('ignored')
  expect(await receipts({ ...early, status: 'failed' })).toMatchObject([{ ...about, to: 'failed' }])
})

const tooLate = { status: 'failed', errors: [{ code: 131047 }] }
const template = { name: 'we_wrote', language: 'en_US' }
const named = (last: boolean, asTemplate: boolean) => ({
  biz_opaque_callback_data: statusNameOf(about, { last, asTemplate }),
})

test.each([true, false])(
  'a text that came too late, its last part: %j, may go as a template, if there is one',
  async (last) => {
    expect(await receipts({ ...tooLate, ...named(last, false) }, template)).toMatchObject([
      { ...about, to: 'failed', templateMayGo: true },
    ])
    expect((await receipts({ ...tooLate, ...named(last, false) }))?.[0]).not.toHaveProperty('templateMayGo')
  },
)

test('another failure, and one of the template itself, lets no template go', async () => {
  const another = await receipts({ status: 'failed', errors: [{ code: 131026 }] }, template)
  const itself = await receipts({ ...tooLate, ...named(true, true) }, template)

  expect(another?.[0]).not.toHaveProperty('templateMayGo')
  expect(itself).toEqual([{ ...about, asTemplate: true, to: 'failed', cause: expect.stringContaining('131047') }])
})

test("a template's statuses are told from its text's, and only its last part arrives for all", async () => {
  expect(await receipts({ status: 'delivered', ...named(true, true) })).toEqual([
    { ...about, asTemplate: true, to: 'delivered' },
  ])
  expect(await receipts({ status: 'delivered', ...named(false, true) })).toBe('ignored')
})

test.each(['~+', '++', '+~~', '~~'])('a name of ours with %s behind it is none of ours', async (end) => {
  expect(await receipts({ status: 'failed', biz_opaque_callback_data: `${referenceOf(about)}${end}` })).toBe('ignored')
})

test.each([undefined, '', 'somebody-elses', 7])(
  'a status of a message that is named %j is nothing for us',
  async (name) => {
    expect(await receipts({ status: 'delivered', biz_opaque_callback_data: name })).toBe('ignored')
  },
)

test('receipts come beside messages, and a status that makes no sense takes neither with it', async () => {
  const messages = [{ from: '16505551234', id: 'wamid.A', timestamp: '1749416383', type: 'text', text: { body: 'Hi' } }]
  const statuses = [{ ...status, status: 7 }, 'x', { ...status, status: 'read' }]

  expect(await receiveValue({ messages, statuses })).toMatchObject({
    messages: [{ dedupeId: 'wamid.A' }],
    receipts: [{ ...about, to: 'read' }],
  })
})
