import * as z from 'zod/mini'
import type { ChannelSecrets, ChannelSender, Delivered } from '../channel.ts'
import {
  callProvider,
  type NoAnswer,
  type ProviderAnswer,
  postponed,
  retryAfterSeconds,
  verdictOf,
} from '../fetch-provider.ts'
import type { OutboundMessage } from '../outbound-message.ts'
import { referenceOf } from '../receipt.ts'
import { type PartSender, sendInParts } from '../send-in-parts.ts'
import { splitText } from '../split-text.ts'
import { templateTexts } from '../template-texts.ts'
import { type Sent, statusNameOf, twilioCause, windowClosed } from './twilio.ts'

/** https://www.twilio.com/docs/messaging/api/message-resource: longer ones are refused with 21617. */
const textLimit = 1_600

/** Too many at once, by account, number or channel, whatever the status says. */
const passing = new Set([14107, 20429, 21611, 30001, 30022, 63018, 63038])

const noToken = postponed('there is no authToken')
const refusedAsClosed: Delivered = { kind: 'refused', cause: twilioCause(windowClosed) }

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
const statusCallback = (webhookUrl: string, message: OutboundMessage, sent: Sent): string => {
  const [url = ''] = webhookUrl.split('#')
  const reference = referenceOf({ threadId: message.threadId, at: message.message.at, id: message.message.id })
  return `${url}${url.includes('?') ? '&' : '?'}${statusNameOf(sent)}=${reference}`
}

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

  const send = (message: OutboundMessage, sent: Sent, content: Readonly<Record<string, string>>) => {
    const { ours, theirs } = endsOf(message.address.key)
    return post({
      To: theirs,
      ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : { From: ours }),
      StatusCallback: statusCallback(webhookUrl, message, sent),
      ...content,
    })
  }

  const sendTemplate = async (message: OutboundMessage, text: string, last: boolean, now: number) => {
    if (!template) return refusedAsClosed
    const content = { ContentSid: template.contentSid, ContentVariables: JSON.stringify({ 1: text }) }
    const answer = await send(message, { last, asTemplate: true }, content)
    return answer ? verdict(answer, now) : noToken
  }

  const sendPart: PartSender['sendPart'] = async (message, { text, last, asTemplate }, now) => {
    if (asTemplate) return sendTemplate(message, text, last, now)
    const answer = await send(message, { last, asTemplate }, { Body: text })
    if (!answer) return noToken
    const isClosed = answer.status !== undefined && codeOf(answer) === windowClosed
    if (!isClosed || !template) return verdict(answer, now)
    const texts = templateTexts(text)
    for (const [index, one] of texts.entries()) {
      const sent = await sendTemplate(message, one, last && index === texts.length - 1, now)
      if (sent.kind !== 'sent') return sent
    }
    return { kind: 'sent' }
  }

  return sendInParts({
    split: (text, asTemplate) => (asTemplate ? templateTexts(text) : splitText(text, textLimit)),
    sendPart,
  })
}
