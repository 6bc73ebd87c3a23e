import type { ChannelSecrets, ChannelSender, Delivered } from '../channel.ts'
import type { OutboundMessage } from '../outbound-message.ts'
import { type PartSender, sendInParts } from '../send-in-parts.ts'
import { splitText } from '../split-text.ts'
import { templateTexts } from '../template-texts.ts'
import { metaErrorOf, metaPoster, metaVerdictOf, noToken } from './fetch-meta.ts'
import { whatsappCause, windowClosed } from './whatsapp-cause.ts'
import { type Sent, statusNameOf } from './whatsapp-status.ts'

const textLimit = 4_096

export interface WhatsappSettings {
  readonly phoneNumberId: string
  readonly apiUrl: string
  readonly template?: { readonly name: string; readonly language: string } | undefined
}

/** A number, or the id of somebody who hides it. */
const recipientOf = ({ address }: OutboundMessage): object =>
  /^\d+$/.test(address.key) ? { to: address.key } : { recipient: address.key }

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

  const sendTemplate = async (
    message: OutboundMessage,
    name: string,
    text: string,
    now: number,
  ): Promise<Delivered> => {
    if (!template) return { kind: 'refused', cause: whatsappCause(windowClosed) }
    const components = [{ type: 'body', parameters: [{ type: 'text', text }] }]
    const content = {
      type: 'template',
      template: { name: template.name, language: { code: template.language }, components },
    }
    return (await send(message, name, content, now)).verdict
  }

  const sendPart: PartSender['sendPart'] = async (message, { text, last, asTemplate }, now) => {
    const named = { threadId: message.threadId, at: message.message.at, id: message.message.id }
    const nameOf = (sent: Sent) => statusNameOf(named, sent)
    if (asTemplate) return sendTemplate(message, nameOf({ last, asTemplate }), text, now)
    const { verdict, code } = await send(
      message,
      nameOf({ last, asTemplate }),
      { type: 'text', text: { body: text } },
      now,
    )
    if (code !== windowClosed || !template) return verdict
    const texts = templateTexts(text)
    for (const [index, one] of texts.entries()) {
      const name = nameOf({ last: last && index === texts.length - 1, asTemplate: true })
      const sent = await sendTemplate(message, name, one, now)
      if (sent.kind !== 'sent') return sent
    }
    return { kind: 'sent' }
  }

  return sendInParts({
    split: (text, asTemplate) => (asTemplate ? templateTexts(text) : splitText(text, textLimit)),
    sendPart,
  })
}
