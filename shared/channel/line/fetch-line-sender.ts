import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelSecrets, ChannelSender, Delivered } from '../channel.ts'
import { callProvider, type NoAnswer, type ProviderAnswer, postponed, verdictOf } from '../fetch-provider.ts'
import type { OutboundMessage } from '../outbound-message.ts'
import { sendInParts } from '../send-in-parts.ts'
import { splitText } from '../split-text.ts'

/** https://developers.line.biz/en/reference/messaging-api/#text-message, in UTF-16 units. */
const textLimit = 5_000

const answerSchema = z.object({ message: z.string() })

/** The same for every try of a part: LINE remembers it for 24 hours and carries a call out once. */
export const retryKeyOf = ({ threadId, message }: OutboundMessage, part: number): string => {
  const hex = createHash('sha256')
    .update(JSON.stringify([threadId, message.id, part]))
    .digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const verdict = (answer: ProviderAnswer | NoAnswer, now: number): Delivered => {
  // A try before this one was taken.
  if (answer.status === 409) return { kind: 'sent' }
  const said = answer.status === 429 ? answerSchema.safeParse(answer.json).data?.message : undefined
  if (said?.includes('monthly limit')) return { kind: 'refused', cause: "LINE's monthly limit of messages is reached" }
  return verdictOf('LINE', answer, now)
}

export interface LineSettings {
  readonly apiUrl: string
}

/** Pushes: a reply token is gone after a minute, which an agent's answer is not back in. */
export const fetchLineSender = ({ apiUrl }: LineSettings, secrets: ChannelSecrets): ChannelSender =>
  sendInParts({
    split: (text) => splitText(text, textLimit),
    sendPart: async (message, { text, index }, now): Promise<Delivered> => {
      const [token] = (await secrets.read()).accessToken ?? []
      if (token === undefined) return postponed('there is no accessToken')
      const answer = await callProvider(`${apiUrl}/v2/bot/message/push`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-line-retry-key': retryKeyOf(message, index),
        },
        body: JSON.stringify({ to: message.address.key, messages: [{ type: 'text', text }] }),
      })
      return verdict(answer, now)
    },
  })
