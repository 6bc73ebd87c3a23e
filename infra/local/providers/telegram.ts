import { counting, digits, idOf, letters, randomId } from './ids.ts'
import type { Delivery, OwnPlace, Person, Provider, ProviderSide, Said, SentFile, Signing } from './provider.ts'
import { type Bot, telegramApi, telegramFault } from './telegram-api.ts'

const dayMs = 86_400_000
const longestWaitMs = 60_000

/** One person has one chat with a bot, of the same id; here a person of several threads is several. */
const chatOf = ({ id, thread }: Person): number => Number(`7${idOf(digits, 9, id, thread)}`)

const keepFile = ({ files }: Bot, file: SentFile, folder: string): string => {
  const id = `AgAC${randomId(letters, 40)}`
  files.set(id, { path: `${folder}/file_${files.size}.${file.contentType.split('/')[1] ?? 'bin'}`, file })
  return id
}

/** A picture comes in several sizes, the largest last; anything else is a document. */
const wordsOf = (bot: Bot, said: Exclude<Said, { kind: 'choice' }>): object => {
  if (said.kind === 'text') return { text: said.text }
  const { file, caption } = said
  const [isPhoto, file_size] = [file.contentType.startsWith('image/'), file.bytes.byteLength]
  const file_id = keepFile(bot, file, isPhoto ? 'photos' : 'documents')
  const named = { file_id, file_unique_id: randomId(letters, 12), file_size }
  const small = { file_id: keepFile(bot, file, 'photos'), file_unique_id: randomId(letters, 12), width: 90, height: 67 }
  const sent = isPhoto
    ? { photo: [small, { ...named, width: 1_280, height: 960 }] }
    : { document: { ...named, file_name: file.name, mime_type: file.contentType } }
  return { ...sent, ...(caption !== undefined && { caption }) }
}

/** The update tells the button's value, and the message that it stood under. */
const pressed = ({ title, value }: Extract<Said, { kind: 'choice' }>, from: object, under: object): object => ({
  id: randomId(digits, 18),
  from,
  message: {
    ...under,
    text: 'What is it about?',
    reply_markup: { inline_keyboard: [[{ text: title, callback_data: value }]] },
  },
  chat_instance: randomId(digits, 18),
  data: value,
})

const open = ({ url, secrets, now }: OwnPlace): ProviderSide => {
  const token = secrets.botToken ?? ''
  const [botId = ''] = token.split(':')
  const messageIds = counting(1)
  // Never one of an earlier start, which would be a repetition.
  const updateIds = counting(Math.floor(now() / 1_000))
  const bot: Bot = { token, chats: new Set(), files: new Map(), nextMessageId: messageIds, now }

  const deliver = (person: Person, said: Said, { secrets, at }: Signing): Delivery => {
    const id = chatOf(person)
    bot.chats.add(id)
    const from = { id, is_bot: false, first_name: person.name }
    const place = { date: Math.floor(at / 1_000), chat: { id, type: 'private', first_name: person.name } }
    const update =
      said.kind === 'choice'
        ? {
            callback_query: pressed(said, from, {
              ...place,
              message_id: messageIds(),
              from: { id: Number(botId), is_bot: true },
            }),
          }
        : { message: { message_id: messageIds(), from, ...place, ...wordsOf(bot, said) } }
    return {
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secrets.secretToken ?? '' },
      body: JSON.stringify({ update_id: updateIds(), ...update }),
    }
  }
  const wait = (tries: number) => Math.min(2 ** (tries - 1) * 1_000, longestWaitMs)
  return {
    settings: { kind: 'telegram', botId, username: 'baton_bot', apiUrl: url },
    placeOf: (person) => ({ account: botId, key: String(chatOf(person)), senderId: String(chatOf(person)) }),
    deliver: (person, said, signing) => [deliver(person, said, signing)],
    waitsInThread: true,
    answer: telegramApi(bot),
    isSend: ({ path }) => path.endsWith('/sendMessage'),
    busy: (seconds) => telegramFault(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
    refusal: () => telegramFault(403, 'Forbidden: bot was blocked by the user'),
    failure: () => telegramFault(502, 'Bad Gateway'),
    again: (acknowledged, tries) =>
      (acknowledged && acknowledged.status >= 200 && acknowledged.status < 300) || tries * longestWaitMs > dayMs
        ? undefined
        : wait(tries),
  }
}

/** One bot in private chats, as https://core.telegram.org/bots/api#setwebhook has its updates delivered. */
export const telegramProvider: Provider = {
  channel: 'telegram',
  secrets: () => ({
    secretToken: randomId(letters, 40),
    botToken: `7${randomId(digits, 9)}:AA${randomId(`${letters}_-`, 33)}`,
  }),
  signsTime: false,
  open,
}
