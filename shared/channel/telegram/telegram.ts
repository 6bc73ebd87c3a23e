import * as z from 'zod/mini'
import type { ChannelReceiver, Received } from '../channel.ts'
import { shownName } from '../customer-words.ts'
import { describeIssues } from '../describe-issues.ts'
import { sameText, strictFront } from '../front.ts'
import type { InboundMessage } from '../inbound-message.ts'
import { localeOf } from '../locale.ts'
import { readJson } from '../read-json.ts'
import { pressedWords, type TelegramButton, telegramButtonSchema } from './telegram-button.ts'
import { isAboutTheChat, type TelegramMessage, telegramAttachments, telegramMessageSchema } from './telegram-message.ts'

const limitBytes = 512 * 1024

export interface TelegramBot {
  readonly botId: string
  /** Without the at sign. */
  readonly username?: string | undefined
}

const updateSchema = z.object({ update_id: z.int(), message: telegramMessageSchema })
const pressSchema = z.object({ update_id: z.int(), callback_query: telegramButtonSchema })

/** In a group: a mention, a command with the bot's name, or an answer to what the bot said. */
const isForTheBot = (message: TelegramMessage, { botId, username }: TelegramBot): boolean => {
  const answered = message.reply_to_message
  // The first message of a topic is what everything in it seems to answer.
  const seems = message.is_topic_message && answered?.message_id === message.message_thread_id
  if (String(answered?.from?.id) === botId && !seems) return true
  const [text, entities] = message.text ? [message.text, message.entities] : [message.caption, message.caption_entities]
  return (entities ?? []).some((entity) => {
    if (entity?.type === 'text_mention') return String(entity.user?.id) === botId
    if (username === undefined || (entity?.type !== 'mention' && entity?.type !== 'bot_command')) return false
    const spelled = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    return spelled.endsWith(`@${username.toLowerCase()}`)
  })
}

/** What Telegram itself writes for somebody who opens the bot: nothing that was said. */
const isOpening = ({ text }: TelegramMessage): boolean => /^\/start( |$)/.test(text)

const isForUs = (message: TelegramMessage, bot: TelegramBot): boolean => {
  if (message.from === undefined || message.from.is_bot) return false
  return message.chat.type === 'private' ? !isOpening(message) : isForTheBot(message, bot)
}

type Place = Pick<TelegramMessage, 'chat' | 'from' | 'is_topic_message' | 'message_thread_id'>

const toInbound = (
  { botId, updateId, now }: { readonly botId: string; readonly updateId: number; readonly now: number },
  { chat, from, is_topic_message, message_thread_id }: Place,
  message: InboundMessage['message'],
): InboundMessage => {
  const name = shownName(from?.first_name, from?.last_name) ?? shownName(from?.username)
  const locale = localeOf(from?.language_code)
  return {
    version: 1,
    address: {
      channel: 'telegram',
      account: botId,
      // Answers outside of topics have threads too, which nothing can be sent to.
      key: is_topic_message && message_thread_id !== undefined ? `${chat.id}:${message_thread_id}` : String(chat.id),
    },
    dedupeId: `${botId}:${updateId}`,
    sender: { id: String(from?.id), ...(name !== undefined && { name }), ...(locale && { locale }), verified: {} },
    message,
    receivedAt: now,
  }
}

const saidIn = (message: TelegramMessage): InboundMessage['message'] => {
  const text = message.text || message.caption
  const attachments = [...telegramAttachments(message)]
  // Of a kind that is not known here, and said all the same: a person looks at it in Telegram.
  if (text.trim() === '' && attachments.length === 0) attachments.push({ kind: 'other' })
  return { id: String(message.message_id), text, attachments, sentAt: message.date * 1_000 }
}

/** When it was pressed is not told. */
const pressed = (button: TelegramButton): InboundMessage['message'] => ({
  id: button.id,
  text: pressedWords(button),
  attachments: [],
})

const readPress = (json: unknown, botId: string, now: number): Received => {
  const update = pressSchema.safeParse(json)
  if (!update.success) return { kind: 'unreadable', detail: describeIssues(update.error.issues) }
  const { update_id: updateId, callback_query: button } = update.data
  if (button.from.is_bot || pressedWords(button).trim() === '') return { kind: 'ignored' }
  const place = { ...button.message, from: button.from }
  return { kind: 'messages', messages: [toInbound({ botId, updateId, now }, place, pressed(button))] }
}

const parse = (body: Buffer, bot: TelegramBot, now: number): Received => {
  const json = readJson(body)
  if (!json.ok) return { kind: 'unreadable', detail: json.detail }
  const { message, callback_query } = (json.value ?? {}) as Record<string, unknown>
  if (callback_query !== undefined) return readPress(json.value, bot.botId, now)
  // Edits, channel posts, reactions, members: whatever is no new message of somebody's.
  if (message === undefined && typeof json.value === 'object') return { kind: 'ignored' }
  const update = updateSchema.safeParse(json.value)
  if (!update.success) return { kind: 'unreadable', detail: describeIssues(update.error.issues) }
  const { update_id: updateId, message: read } = update.data
  if (isAboutTheChat(message as object) || !isForUs(read, bot)) return { kind: 'ignored' }
  return { kind: 'messages', messages: [toInbound({ botId: bot.botId, updateId, now }, read, saidIn(read))] }
}

/** Telegram carries out what a body says; and it holds a chat back for a day until an update is answered with 2xx. */
const done = { status: 200, body: '' }

/** https://core.telegram.org/bots/api#setwebhook: nothing is signed, a header holds the secret that was agreed on. */
export const telegramReceiver = (bot: TelegramBot): ChannelReceiver =>
  strictFront({
    secretField: 'secretToken',
    limitBytes,
    headers: ['x-telegram-bot-api-secret-token'],
    verify: ({ headers }, secret) => sameText(headers['x-telegram-bot-api-secret-token'] ?? '', secret),
    parse: ({ body }, now) => parse(body, bot, now),
    taken: done,
    unreadable: done,
  })
