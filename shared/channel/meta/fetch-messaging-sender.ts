import type { ChannelSecrets, ChannelSender, Delivered } from '../channel.ts'
import type { NoAnswer, ProviderAnswer } from '../fetch-provider.ts'
import type { OutboundMessage } from '../outbound-message.ts'
import { sendInParts } from '../send-in-parts.ts'
import { inBytes, splitText } from '../split-text.ts'
import { type MetaError, metaErrorOf, metaPoster, metaVerdictOf, noToken } from './fetch-meta.ts'

export interface MessagingPlatform {
  /** As an agent reads it. */
  readonly who: 'Messenger' | 'Instagram'
  readonly url: string
  readonly split: (text: string) => readonly string[]
}

/** The customer was silent for 24 hours: Messenger's and Instagram's own numbers for it, both under code 10. */
const windowClosed = new Set<number | undefined>([2018278, 2534022])

/** https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes: what an agent can make something of. */
const meanings: Readonly<Record<number, string | undefined>> = {
  10: 'the access token does not permit it',
  190: 'the access token is not valid any more',
  200: 'the access token does not permit it',
  368: 'the account is blocked for a breach of policy',
  551: 'the customer cannot be written to at present',
}

const meaningOf = ({ code, subcode }: MetaError): string | undefined => {
  if (windowClosed.has(subcode)) return 'the customer was silent for longer than it may be written to'
  return meanings[code]
}

const causeFor =
  (who: string) =>
  (error: MetaError): string => {
    const meaning = meaningOf(error)
    const number = error.subcode === undefined ? `${error.code}` : `${error.code}/${error.subcode}`
    return meaning ? `${who} answered ${number}: ${meaning}` : `${who} answered ${number}`
  }

const isWindowClosed = (answer: ProviderAnswer | NoAnswer): boolean => windowClosed.has(metaErrorOf(answer)?.subcode)

/** No repeat is recognised by either of the two. */
const messagingSender = ({ who, url, split }: MessagingPlatform, secrets: ChannelSecrets): ChannelSender => {
  const post = metaPoster(secrets)
  const send = ({ address }: OutboundMessage, text: string, kind: object) =>
    post(url, { recipient: { id: address.key }, ...kind, message: { text } })

  return sendInParts({
    split,
    sendPart: async (message, { text }, now): Promise<Delivered> => {
      const first = await send(message, text, { messaging_type: 'RESPONSE' })
      if (!first) return noToken
      // The tag is a person's alone: what a program says in a person's name costs the company its permission.
      const mayGoOn = message.message.author.kind === 'agent' && isWindowClosed(first)
      const tagged = mayGoOn && (await send(message, text, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }))
      return metaVerdictOf(who, tagged || first, causeFor(who), now)
    },
  })
}

export const fetchMessengerSender = (
  { apiUrl, pageId }: { readonly apiUrl: string; readonly pageId: string },
  secrets: ChannelSecrets,
): ChannelSender => {
  const split = (text: string) => splitText(text, 2_000)
  return messagingSender({ who: 'Messenger', url: `${apiUrl}/${pageId}/messages`, split }, secrets)
}

export const fetchInstagramSender = (
  { apiUrl }: { readonly apiUrl: string },
  secrets: ChannelSecrets,
): ChannelSender => {
  const split = (text: string) => splitText(text, 1_000, inBytes)
  return messagingSender({ who: 'Instagram', url: `${apiUrl}/me/messages`, split }, secrets)
}
