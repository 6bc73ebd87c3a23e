import * as z from 'zod/mini'
import type { ChannelSecrets, ChannelSender, Delivered } from './channel.ts'
import {
  callProvider,
  type NoAnswer,
  type ProviderAnswer,
  postponed,
  retryAfterSeconds,
  verdictOf,
} from './fetch-provider.ts'
import type { OutboundMessage } from './outbound-message.ts'
import { referenceOf } from './receipt.ts'
import { type Part, sendInParts } from './send-in-parts.ts'
import { splitText } from './split-text.ts'
import { statusNames, twilioCause } from './twilio.ts'

/** https://www.twilio.com/docs/messaging/api/message-resource: longer ones are refused with 21617. */
const textLimit = 1_600

/** Too many at once, by account, number or channel, whatever the status says. */
const passing = new Set([14107, 20429, 21611, 30001, 30022, 63018, 63038])
const windowClosed = 63016

const problemSchema = z.object({ code: z.number() })

const codeOf = ({ json }: ProviderAnswer): number | undefined => problemSchema.safeParse(json).data?.code

export interface TwilioSettings {
  readonly accountSid: string
  readonly webhookUrl: string
  readonly messagingServiceSid?: string | undefined
  readonly template?: { readonly contentSid: string } | undefined
  readonly apiUrl: string
}

/** The thread's key is `To:From` as the customer wrote, each with its own `whatsapp:`. */
const endsOf = (key: string): { readonly ours: string; readonly theirs: string } => {
  const [, ours = '', theirs = ''] = /^((?:[a-z]+:)?[^:]+):(.+)$/s.exec(key) ?? []
  return { ours, theirs }
}

/** Where Twilio tells what became of this part; the query is signed with the rest. */
const statusCallback = (webhookUrl: string, message: OutboundMessage, last: boolean): string => {
  const [url = ''] = webhookUrl.split('#')
  const reference = referenceOf({ threadId: message.threadId, at: message.message.at, id: message.message.id })
  return `${url}${url.includes('?') ? '&' : '?'}${last ? statusNames.last : statusNames.part}=${reference}`
}

/** A template's variable takes neither line breaks nor more than four spaces in a row. */
const templated = (contentSid: string, text: string) => ({
  ContentSid: contentSid,
  ContentVariables: JSON.stringify({ 1: text.replaceAll(/\s+/g, ' ') }),
})

const verdict = (answer: ProviderAnswer | NoAnswer, now: number): Delivered => {
  const code = answer.status === undefined ? undefined : codeOf(answer)
  if (answer.status === undefined || code === undefined) return verdictOf('Twilio', answer, now)
  if (passing.has(code)) return postponed(twilioCause(code), retryAfterSeconds(answer.headers.get('retry-after'), now))
  const usual = verdictOf('Twilio', answer, now)
  return usual.kind === 'sent' ? usual : { ...usual, cause: twilioCause(code) }
}

/** `Messages.json`, which recognises no repeats: what an earlier try may have sent is sent again. */
export const fetchTwilioSender = (settings: TwilioSettings, secrets: ChannelSecrets): ChannelSender => {
  const { accountSid, apiUrl, webhookUrl, messagingServiceSid, template } = settings
  const url = `${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`

  /** While the token is rotated either may be the one that holds: a refused one has sent nothing. */
  const post = async (form: Readonly<Record<string, string>>) => {
    let answer: ProviderAnswer | NoAnswer | undefined
    for (const token of (await secrets.read()).authToken ?? []) {
      const authorization = `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`
      answer = await callProvider(url, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) })
      if (answer.status !== 401) return answer
    }
    return answer
  }

  const sendPart = async (message: OutboundMessage, { text, last }: Part, now: number): Promise<Delivered> => {
    const { ours, theirs } = endsOf(message.address.key)
    const envelope = {
      To: theirs,
      ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : { From: ours }),
      StatusCallback: statusCallback(webhookUrl, message, last),
    }
    const answer = await post({ ...envelope, Body: text })
    if (!answer) return postponed('there is no authToken')
    if (template && answer.status !== undefined && codeOf(answer) === windowClosed) {
      const again = await post({ ...envelope, ...templated(template.contentSid, text) })
      return again ? verdict(again, now) : postponed('there is no authToken')
    }
    return verdict(answer, now)
  }

  return sendInParts({ split: (text) => splitText(text, textLimit), sendPart })
}
