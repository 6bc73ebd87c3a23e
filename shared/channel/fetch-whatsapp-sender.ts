import type { ChannelSecrets, ChannelSender, Delivered } from './channel.ts'
import { metaErrorOf, metaPoster, metaVerdictOf, noToken } from './fetch-meta.ts'
import type { OutboundMessage } from './outbound-message.ts'
import { sendInParts } from './send-in-parts.ts'
import { splitText } from './split-text.ts'
import { whatsappCause } from './whatsapp-cause.ts'
import { statusNameOf } from './whatsapp-status.ts'

const textLimit = 4_096
/** A template's body holds 1,024 characters, its own words among them. */
const templateTextLimit = 800
/** The customer was silent for 24 hours. */
const windowClosed = 131047

export interface WhatsappSettings {
  readonly phoneNumberId: string
  readonly apiUrl: string
  readonly template?: { readonly name: string; readonly language: string } | undefined
}

/** A number, or the id of somebody who hides it. */
const recipientOf = ({ address }: OutboundMessage): object =>
  /^\d+$/.test(address.key) ? { to: address.key } : { recipient: address.key }

/** A variable takes no line breaks, tabs or rows of spaces. */
const variablesOf = (text: string): readonly string[] => splitText(text.replace(/\s+/g, ' ').trim(), templateTextLimit)

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages: no repeat is recognised. */
export const fetchWhatsappSender = (
  { phoneNumberId, apiUrl, template }: WhatsappSettings,
  secrets: ChannelSecrets,
): ChannelSender => {
  const post = metaPoster(secrets)
  const causeOf = ({ code }: { readonly code: number }) => whatsappCause(code)

  const send = async (message: OutboundMessage, name: string, content: object, now: number) => {
    const to = { messaging_product: 'whatsapp', recipient_type: 'individual', ...recipientOf(message) }
    const answer = await post(`${apiUrl}/${phoneNumberId}/messages`, {
      ...to,
      ...content,
      biz_opaque_callback_data: name,
    })
    if (!answer) return { verdict: noToken, code: undefined }
    return { verdict: metaVerdictOf('WhatsApp', answer, causeOf, now), code: metaErrorOf(answer)?.code }
  }

  const sendAsTemplate = async (
    message: OutboundMessage,
    name: string,
    text: string,
    now: number,
  ): Promise<Delivered | undefined> => {
    if (!template) return undefined
    const { name: called, language } = template
    for (const variable of variablesOf(text)) {
      const components = [{ type: 'body', parameters: [{ type: 'text', text: variable }] }]
      const content = { type: 'template', template: { name: called, language: { code: language }, components } }
      const { verdict } = await send(message, name, content, now)
      if (verdict.kind !== 'sent') return verdict
    }
    return { kind: 'sent' }
  }

  return sendInParts({
    split: (text) => splitText(text, textLimit),
    sendPart: async (message, { text, last }, now) => {
      const name = statusNameOf({ threadId: message.threadId, at: message.message.at, id: message.message.id }, last)
      const { verdict, code } = await send(message, name, { type: 'text', text: { body: text } }, now)
      return code === windowClosed ? ((await sendAsTemplate(message, name, text, now)) ?? verdict) : verdict
    },
  })
}
