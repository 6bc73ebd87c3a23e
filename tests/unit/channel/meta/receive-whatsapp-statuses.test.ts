import { expect, test } from 'vitest'
import type { Received } from '#shared/channel/channel.ts'
import { referenceOf } from '#shared/channel/receipt.ts'
import { whatsappReceiver } from '#shared/channel/whatsapp.ts'
import { statusNameOf } from '#shared/channel/whatsapp-status.ts'
import { metaSecrets, signedByMeta } from '#tests/support/signed-channels.ts'

const phoneNumberId = '106540352242922'
const receiver = whatsappReceiver({ phoneNumberId, apiUrl: 'https://graph.example/v23.0' })
const receiveValue = (value: object): Promise<Received> => {
  const change = { field: 'messages', value: { metadata: { phone_number_id: phoneNumberId }, ...value } }
  const delivery = { object: 'whatsapp_business_account', entry: [{ id: '419561257915477', changes: [change] }] }
  return receiver.receive(signedByMeta(Buffer.from(JSON.stringify(delivery))), metaSecrets, 1_749_416_383_900)
}

const about = { threadId: 'a'.repeat(24), at: 1_700_000_000_123, id: 'out_1' }
const status = { id: 'wamid.B', recipient_id: '16505551234', biz_opaque_callback_data: referenceOf(about) }
const receipts = async (fields: object) => {
  const received = await receiveValue({ statuses: [{ ...status, ...fields }] })
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
  const early = { biz_opaque_callback_data: statusNameOf(about, false) }

  expect(await receipts({ ...early, status: 'delivered' })).toBe('ignored')
  expect(await receipts({ ...early, status: 'failed' })).toMatchObject([{ ...about, to: 'failed' }])
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
