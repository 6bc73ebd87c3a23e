import * as z from 'zod/mini'
import type { ChannelSecrets, ChannelSender, Delivered } from '../channel.ts'
import { callProvider, type NoAnswer, type ProviderAnswer, postponed, verdictOf } from '../fetch-provider.ts'
import { sendInParts } from '../send-in-parts.ts'
import { splitText } from '../split-text.ts'

/** https://core.telegram.org/bots/api#sendmessage. */
const textLimit = 4_096

const answerSchema = z.object({
  ok: z.boolean(),
  description: z.optional(z.string()),
  parameters: z.optional(z.object({ retry_after: z.optional(z.int()), migrate_to_chat_id: z.optional(z.int()) })),
})
type Said = z.infer<typeof answerSchema>

/** `chat`, or `chat:topic`. */
const placeOf = (key: string): Readonly<Record<string, unknown>> => {
  const [chat, topic] = key.split(':')
  return { chat_id: Number(chat), ...(topic && { message_thread_id: Number(topic) }) }
}

/** What an agent reads, who cannot ask Telegram. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/blocked by the user/i, 'the customer has blocked the bot'],
  [/deactivated/i, "the customer's account is gone"],
  [/chat not found/i, 'Telegram does not know this chat'],
  [/kicked|not a member|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN/i, 'the bot may not write in this group'],
  [/thread not found|TOPIC_/i, 'the topic is gone or closed'],
]

const verdict = (answer: ProviderAnswer | NoAnswer, said: Said | undefined, now: number): Delivered => {
  const usual = verdictOf('Telegram', answer, now)
  if (usual.kind === 'sent') return said?.ok === false ? postponed('Telegram answered 200 and not ok') : usual
  const wait = said?.parameters?.retry_after
  if (usual.kind === 'postponed') return wait !== undefined && wait >= 0 ? { ...usual, retryAfterSeconds: wait } : usual
  const known = refusals.find(([pattern]) => pattern.test(said?.description ?? ''))
  return known ? { kind: 'refused', cause: known[1] } : usual
}

export interface TelegramSettings {
  readonly apiUrl: string
}

/** Telegram recognises no repeats and lists no messages: a try whose answer was lost is made again. */
export const fetchTelegramSender = ({ apiUrl }: TelegramSettings, secrets: ChannelSecrets): ChannelSender => {
  // The token is a part of the URL: no URL leaves this function.
  const call = async (token: string, body: Readonly<Record<string, unknown>>) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await callProvider(`${apiUrl}/bot${token}/sendMessage`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return { answer, said: answer.status === undefined ? undefined : answerSchema.safeParse(answer.json).data }
  }

  return sendInParts({
    split: (text) => splitText(text, textLimit),
    sendPart: async ({ address }, { text }, now): Promise<Delivered> => {
      const [token] = (await secrets.read()).botToken ?? []
      if (token === undefined) return postponed('there is no botToken')
      const body = { ...placeOf(address.key), text }
      const { answer, said } = await call(token, body)
      const moved = said?.parameters?.migrate_to_chat_id
      if (moved === undefined) return verdict(answer, said, now)
      // A group that has become a larger one is another chat by now; topics are of the one that is gone.
      const again = await call(token, { chat_id: moved, text })
      return verdict(again.answer, again.said, now)
    },
  })
}
