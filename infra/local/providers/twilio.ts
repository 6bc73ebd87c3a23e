import { createHmac } from 'node:crypto'
import { digits, hexDigits, idOf, randomId } from './ids.ts'
import type { Delivery, OwnPlace, Person, Provider, ProviderSide, Said, SentFile, Signing } from './provider.ts'
import { serviceWindow } from './service-window.ts'
import { type Fields, type TwilioAccount, twilioApi, twilioFault } from './twilio-api.ts'

/** The company's, for SMS and as a WhatsApp sender. */
const ownNumber = '+15005550006'

/** Whose thread is named so writes through WhatsApp, everybody else by SMS. */
const isOnWhatsapp = ({ thread }: Person): boolean => thread.startsWith('whatsapp')

const endsOf = (person: Person) => {
  const prefix = isOnWhatsapp(person) ? 'whatsapp:' : ''
  const telephone = `+4915${idOf(digits, 9, person.id, person.thread)}`
  return { theirs: `${prefix}${telephone}`, ours: `${prefix}${ownNumber}`, telephone }
}

/** The whole URL, then each field's name and value, by name. */
const signatureOf = (url: string, fields: Fields, secret: string): string => {
  const names = Object.keys(fields).toSorted()
  return createHmac('sha1', secret)
    .update(url + names.map((name) => `${name}${fields[name]}`).join(''))
    .digest('base64')
}

const delivered = (webhookUrl: string, query: string, fields: Fields, { secrets }: Signing): Delivery => ({
  query,
  headers: {
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'user-agent': 'TwilioProxy/1.1',
    'i-twilio-idempotency-token': randomId(hexDigits, 32),
    'x-twilio-signature': signatureOf(`${webhookUrl}${query}`, fields, secrets.authToken ?? ''),
  },
  body: new URLSearchParams(fields).toString(),
})

const mediaFields = ({ files, accountSid, url }: TwilioAccount, sid: string, file: SentFile): Fields => {
  const id = `ME${randomId(hexDigits, 32)}`
  files.set(id, file)
  const place = `${url}/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/${id}`
  return { NumMedia: '1', MediaUrl0: place, MediaContentType0: file.contentType }
}

const wordsOf = (account: TwilioAccount, person: Person, sid: string, said: Said): Fields => {
  if (said.kind === 'picture')
    return { Body: said.caption ?? '', ...mediaFields(account, sid, said.file), MessageType: 'image' }
  if (said.kind === 'text') return { Body: said.text, NumMedia: '0', MessageType: 'text' }
  // Nothing can be tapped in an SMS.
  if (!isOnWhatsapp(person)) return { Body: said.title, NumMedia: '0' }
  const button = { ButtonText: said.title, ButtonPayload: said.value }
  return { Body: said.title, NumMedia: '0', MessageType: 'button', ...button }
}

const deliver = (account: TwilioAccount, person: Person, said: Said, signing: Signing): Delivery => {
  const { theirs, ours, telephone } = endsOf(person)
  account.window.wrote(theirs, signing.at)
  if (said.kind === 'text') account.hearsOptOut(theirs, said.text)
  const sid = `${said.kind === 'picture' ? 'MM' : 'SM'}${randomId(hexDigits, 32)}`
  const words = wordsOf(account, person, sid, said)
  const profile: Fields = isOnWhatsapp(person) ? { ProfileName: person.name, WaId: telephone.slice(1) } : {}
  const named = {
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    AccountSid: account.accountSid,
    SmsStatus: 'received',
  }
  return account.tells(
    '',
    { ...named, From: theirs, To: ours, ApiVersion: '2010-04-01', ...profile, ...words },
    signing,
  )
}

const accountOf = ({ secrets, webhookUrl, url, now }: OwnPlace): TwilioAccount => {
  const optedOut = new Set<string>()
  return {
    accountSid: `AC${idOf(hexDigits, 32, 'account', secrets.authToken ?? '')}`,
    authToken: secrets.authToken ?? '',
    numbers: [ownNumber, `whatsapp:${ownNumber}`],
    template: { sid: `HX${'0'.repeat(31)}1`, says: (text) => `We have news for you: ${text} Write to us.` },
    webhookUrl,
    url,
    window: serviceWindow(),
    files: new Map(),
    now,
    isOptedOut: (who) => optedOut.has(who),
    hearsOptOut: (who, text) => {
      if (who.startsWith('whatsapp:')) return
      if (/^\s*(stop|stopall|unsubscribe|cancel|end|quit)\s*$/i.test(text)) optedOut.add(who)
      if (/^\s*(start|unstop)\s*$/i.test(text)) optedOut.delete(who)
    },
    tells: (query, fields, signing = { secrets, at: now() }) => delivered(webhookUrl, query, fields, signing),
  }
}

const open = (own: OwnPlace): ProviderSide => {
  const account = accountOf(own)
  const { accountSid } = account
  return {
    settings: { kind: 'twilio', accountSid, webhookUrl: own.webhookUrl, apiUrl: own.url },
    placeOf: (person) => {
      const { theirs, ours } = endsOf(person)
      return { account: accountSid, key: `${ours}:${theirs}`, senderId: theirs }
    },
    deliver: (person, said, signing) => [deliver(account, person, said, signing)],
    answer: twilioApi(account),
    isSend: ({ method, path }) => method === 'POST' && path.endsWith('/Messages.json'),
    busy: (seconds) => ({
      ...twilioFault(429, 20429, 'Too Many Requests'),
      headers: { 'retry-after': String(seconds) },
    }),
    refusal: () => twilioFault(400, 21610, 'Attempt to send to unsubscribed recipient'),
    failure: () => twilioFault(503, 20503, 'Service unavailable'),
    // Only a connection that failed, and once; whatever was answered stands.
    again: (acknowledged, tries) => (acknowledged === undefined && tries === 1 ? 0 : undefined),
  }
}

/** https://www.twilio.com/docs/messaging: one account with one number, which is a WhatsApp sender as well. */
export const twilioProvider: Provider = {
  channel: 'twilio',
  secrets: () => ({ authToken: randomId(hexDigits, 32) }),
  signsTime: false,
  open,
}
