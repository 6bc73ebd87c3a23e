import { createHmac } from 'node:crypto'
import { capitals, digits, hexDigits, idOf, letters, randomId } from './ids.ts'
import { lineApi, lineFault, type OfficialAccount } from './line-api.ts'
import type { Delivery, OwnPlace, Person, Provider, ProviderSide, Said, SentFile, Signing } from './provider.ts'

const signed = (body: string, { secrets }: Signing): Delivery => ({
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'LineBotWebhook/2.0',
    'x-line-signature': createHmac('sha256', secrets.channelSecret ?? '')
      .update(body)
      .digest('base64'),
  },
  body,
})

const userOf = ({ id, thread }: Person): string => `U${idOf(hexDigits, 32, id, thread)}`

const textMessage = (text: string): object => ({
  type: 'message',
  message: { id: randomId(digits, 18), type: 'text', quoteToken: randomId(letters, 40), text },
})

const fileMessage = ({ files }: OfficialAccount, file: SentFile): object => {
  const id = randomId(digits, 18)
  files.set(id, file)
  const { name, contentType, bytes } = file
  const message = contentType.startsWith('image/')
    ? { id, type: 'image', contentProvider: { type: 'line' } }
    : { id, type: 'file', fileName: name, fileSize: bytes.byteLength }
  return { type: 'message', message }
}

/** Pictures have no captions: what is said of one is a message of its own. */
const eventsOf = (account: OfficialAccount, said: Said): readonly object[] => {
  if (said.kind === 'text') return [textMessage(said.text)]
  if (said.kind === 'choice') return [{ type: 'postback', postback: { data: said.value } }]
  return [fileMessage(account, said.file), ...(said.caption === undefined ? [] : [textMessage(said.caption)])]
}

const open = ({ url, secrets, now }: OwnPlace): ProviderSide => {
  const destination = `U${idOf(hexDigits, 32, 'account', secrets.channelSecret ?? '')}`
  const account: OfficialAccount = { accessToken: secrets.accessToken ?? '', friends: new Map(), files: new Map(), now }

  const deliver = (person: Person, said: Said, signing: Signing): Delivery => {
    const userId = userOf(person)
    account.friends.set(userId, person)
    const events = eventsOf(account, said).map((event) => ({
      ...event,
      mode: 'active',
      timestamp: signing.at,
      source: { type: 'user', userId },
      webhookEventId: `01${randomId(capitals, 24)}`,
      deliveryContext: { isRedelivery: false },
      replyToken: randomId(hexDigits, 32),
    }))
    return signed(JSON.stringify({ destination, events }), signing)
  }
  return {
    settings: { kind: 'line', apiUrl: url },
    placeOf: (person) => ({ account: destination, key: userOf(person), senderId: userOf(person) }),
    deliver: (person, said, signing) => [deliver(person, said, signing)],
    answer: lineApi(account),
    isSend: ({ path }) => path === '/v2/bot/message/push',
    // LINE says that it is too much, and not until when.
    busy: () => lineFault(429, 'The API rate limit has been exceeded. Try again later.'),
    refusal: () => lineFault(400, 'Failed to send messages'),
    failure: () => lineFault(500, 'Internal server error'),
    // Redelivery is off until somebody turns it on.
    again: () => undefined,
    handshake: (signing) => ({
      delivery: signed(JSON.stringify({ destination, events: [] }), signing),
      holds: (acknowledged) => acknowledged?.status === 200,
    }),
  }
}

/** https://developers.line.biz/en/docs/messaging-api: an official account in chats of one customer each. */
export const lineProvider: Provider = {
  channel: 'line',
  secrets: () => ({ channelSecret: randomId(hexDigits, 32), accessToken: `${randomId(letters, 86)}=` }),
  signsTime: false,
  open,
}
