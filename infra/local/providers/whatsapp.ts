import { createHash } from 'node:crypto'
import { digits, idOf, letters, randomId } from './ids.ts'
import { metaAgain, metaFault, metaHandshake, metaSecrets, signedByMeta } from './meta.ts'
import type { Delivery, OwnPlace, Person, Provider, ProviderSide, Said, SentFile, Signing } from './provider.ts'
import { serviceWindow } from './service-window.ts'
import { type BusinessNumber, whatsappApi } from './whatsapp-api.ts'

/** One telephone per person; here a person of several threads has several. */
const telephoneOf = ({ id, thread }: Person): string => `4915${idOf(digits, 9, id, thread)}`

/** Only the one who sent it may caption it; what is no picture is a document. */
const fileMessage = ({ files }: BusinessNumber, file: SentFile, caption: string | undefined): object => {
  const { name, contentType, bytes } = file
  const [id, type] = [randomId(digits, 16), contentType.startsWith('image/') ? 'image' : 'document']
  files.set(id, file)
  const told = {
    id,
    mime_type: contentType,
    sha256: createHash('sha256').update(bytes).digest('base64'),
    ...(type === 'document' && { filename: name }),
    ...(caption !== undefined && { caption }),
  }
  return { type, [type]: told }
}

const messageOf = (number: BusinessNumber, said: Said): object => {
  if (said.kind === 'picture') return fileMessage(number, said.file, said.caption)
  if (said.kind === 'text') return { type: 'text', text: { body: said.text } }
  const button_reply = { id: said.value, title: said.title }
  return { type: 'interactive', interactive: { type: 'button_reply', button_reply } }
}

const numberOf = ({ secrets, url, now }: OwnPlace): BusinessNumber => {
  const phoneNumberId = `1${idOf(digits, 14, 'number', secrets.appSecret ?? '')}`
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId }
  const business = `4${idOf(digits, 14, 'business', secrets.appSecret ?? '')}`
  return {
    phoneNumberId,
    url,
    accessToken: secrets.accessToken ?? '',
    template: { name: 'we_have_news', language: 'en_US', says: (text) => `We have news for you: ${text} Write to us.` },
    window: serviceWindow(),
    files: new Map(),
    now,
    tells: (value, signing = { secrets, at: now() }) => {
      const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }
      return signedByMeta(
        { object: 'whatsapp_business_account', entry: [{ id: business, changes: [change] }] },
        signing,
      )
    },
  }
}

const deliver = (number: BusinessNumber, person: Person, said: Said, signing: Signing): Delivery => {
  const from = telephoneOf(person)
  number.window.wrote(from, signing.at)
  const contacts = [{ profile: { name: person.name }, wa_id: from }]
  const [id, timestamp] = [`wamid.${randomId(letters, 48)}`, String(Math.floor(signing.at / 1_000))]
  return number.tells({ contacts, messages: [{ from, id, timestamp, ...messageOf(number, said) }] }, signing)
}

const open = (own: OwnPlace): ProviderSide => {
  const number = numberOf(own)
  const { phoneNumberId, template } = number
  return {
    settings: {
      kind: 'whatsapp',
      phoneNumberId,
      template: { name: template.name, language: template.language },
      apiUrl: `${own.url}/v23.0`,
    },
    placeOf: (person) => ({ account: phoneNumberId, key: telephoneOf(person), senderId: telephoneOf(person) }),
    deliver: (person, said, signing) => [deliver(number, person, said, signing)],
    answer: whatsappApi(number),
    isSend: ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    busy: (seconds) => ({
      ...metaFault({ status: 429, code: 130429, message: 'Rate limit hit' }),
      headers: { 'retry-after': String(seconds) },
    }),
    refusal: () => metaFault({ code: 131026, message: 'Message undeliverable' }),
    failure: () => metaFault({ status: 500, code: 131000, message: 'Something went wrong' }),
    again: metaAgain,
    handshake: metaHandshake,
  }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp: one number of one business account. */
export const whatsappProvider: Provider = { channel: 'whatsapp', secrets: metaSecrets, signsTime: false, open }
