import * as z from 'zod/mini'
import { lenient, wordsSchema } from '../customer-words.ts'
import { telegramMessageSchema, telegramUserSchema } from './telegram-message.ts'

const buttonSchema = z.object({ text: wordsSchema, callback_data: lenient(z.string()) })

/** https://core.telegram.org/bots/api#callbackquery: a button under a message that the company sent with the same bot. */
export const telegramButtonSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(128)),
  from: telegramUserSchema,
  data: z._default(wordsSchema, ''),
  message: z.object({
    ...z.pick(telegramMessageSchema, { chat: true, is_topic_message: true, message_thread_id: true }).shape,
    reply_markup: lenient(z.object({ inline_keyboard: z.array(z.array(lenient(buttonSchema))) })),
  }),
})
export type TelegramButton = z.infer<typeof telegramButtonSchema>

/** What stood on it; where that is not told any more, what the company gave it to say. */
export const pressedWords = ({ data, message }: TelegramButton): string =>
  message.reply_markup?.inline_keyboard.flat().find((button) => button?.callback_data === data)?.text || data
