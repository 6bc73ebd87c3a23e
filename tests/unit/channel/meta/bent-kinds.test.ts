import { expect, test } from 'vitest'
import { inboundMessageSchema } from '#shared/channel/inbound-message.ts'
import { instagramReceiver } from '#shared/channel/meta/instagram.ts'
import { whatsappReceiver } from '#shared/channel/meta/whatsapp.ts'
import { bentForms } from '#tests/support/bent-json.ts'
import { metaSecrets, signedByMeta } from '#tests/support/signed-channels.ts'

const now = 1_700_000_000_000
const file = { id: '17', mime_type: 'image/png', caption: 'see', filename: 'a.png', voice: true }
const whatsappKinds = {
  text: { body: 'Hi' },
  button: { text: 'Yes' },
  interactive: { button_reply: { title: 'Go' }, list_reply: { title: 'Red' }, nfm_reply: { response_json: '{}' } },
  reaction: { emoji: '👍' },
  image: file,
  audio: file,
  video: file,
  document: file,
  sticker: file,
  location: { latitude: 1, longitude: 2, name: 'Shop', address: 'Road 1' },
  contacts: [{ name: { formatted_name: 'Ada' }, phones: [{ phone: '+1' }] }],
  order: { text: 'soon', product_items: [{}] },
  unsupported: { type: 'poll' },
}

const whatsapp = whatsappReceiver({ phoneNumberId: '900100', apiUrl: 'https://graph.example' })
const receiveWhatsapp = (type: string, part: unknown) => {
  const message = { id: 'wamid.A', from: '16505551234', timestamp: '1700000000', type, [type]: part }
  const value = { metadata: { phone_number_id: '900100' }, messages: [message] }
  const delivery = { object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'messages', value }] }] }
  return whatsapp.receive(signedByMeta(Buffer.from(JSON.stringify(delivery))), metaSecrets, now)
}

test.each(Object.entries(whatsappKinds))(
  'whatever stands where %s should, it is one message that can be kept, or nothing was said',
  async (type, part) => {
    const wrong: unknown[] = []

    for (const form of bentForms(part)) {
      const received = await receiveWhatsapp(type, form)
      const kept = received.kind === 'messages' && received.messages.length === 1
      const fits = kept && inboundMessageSchema.safeParse(received.messages[0]).success
      const nothing = received.kind === 'ignored' && ['reaction', 'unsupported'].includes(type)
      if (!fits && !nothing) wrong.push([form, received])
    }

    expect(wrong).toEqual([])
  },
)

const instagram = instagramReceiver({ accountId: '900100' })
const attachment = {
  type: 'image',
  title: 'A',
  url: 'https://x.example/',
  payload: { url: 'https://x.example/', title: 'B' },
}
const place = { type: 'location', payload: { title: 'Shop', coordinates: { lat: 1, long: 2 } } }

test.each([
  ['attachments', { attachments: [attachment, place] }],
  ['a text', { text: 'Hi', quick_reply: { payload: 'x' }, is_unsupported: false }],
])('whatever stands where a message of %s has them, it is one message that can be kept', async (_, fields) => {
  const wrong: unknown[] = []

  for (const form of bentForms(fields)) {
    const message = { ...(form as object), mid: 'm_1' }
    const event = { sender: { id: '7171' }, recipient: { id: '900100' }, timestamp: now, message }
    const body = Buffer.from(JSON.stringify({ object: 'instagram', entry: [{ messaging: [event] }] }))
    const received = await instagram.receive(signedByMeta(body), metaSecrets, now)
    const fits = received.kind === 'messages' && inboundMessageSchema.safeParse(received.messages[0]).success
    if (!fits) wrong.push([form, received])
  }

  expect(wrong).toEqual([])
})
