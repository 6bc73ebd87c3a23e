import * as z from 'zod/mini'
import type { ChannelReceiver } from '../channel.ts'
import { type JsonObject, metaFront, objectsIn, type Piece } from './meta-front.ts'
import { idSchema, messagePiece, part, timeSchema, unreadablePiece, words } from './meta-message.ts'
import { saidOnWhatsapp } from './whatsapp-content.ts'
import { readWhatsappStatus } from './whatsapp-status.ts'

export interface WhatsappReceiverSettings {
  readonly phoneNumberId: string
  /** Where the files that customers send are asked for. */
  readonly apiUrl: string
  /** What goes out instead of a text that came too late. */
  readonly template?: object | undefined
}

/** A number without its plus; who hides it behind a user name has an id of the business's own instead, `US.13491208655302741918`. */
const messageSchema = z
  .object({
    id: idSchema,
    from: z.optional(z.string().check(z.regex(/^(?:\d{5,20})?$/))),
    from_user_id: z.optional(z.string().check(z.regex(/^(?:[A-Z]{2}\.[\w.]{1,140})?$/))),
    timestamp: timeSchema,
    type: z.string().check(z.maxLength(64)),
  })
  .check(z.refine(({ from, from_user_id }) => Boolean(from || from_user_id), 'must have "from" or "from_user_id"'))

const contactSchema = z.object({ wa_id: words, user_id: words, profile: part({ name: words, username: words }) })

const nameOf = (contacts: readonly JsonObject[], sender: string): string | undefined => {
  const known = contacts.map((contact) => contactSchema.parse(contact))
  const { profile } = known.find(({ wa_id, user_id }) => wa_id === sender || user_id === sender) ?? {}
  return profile?.name || profile?.username
}

const readMessage = (
  json: JsonObject,
  contacts: readonly JsonObject[],
  { phoneNumberId, apiUrl }: WhatsappReceiverSettings,
  now: number,
): readonly Piece[] => {
  const message = messageSchema.safeParse(json)
  if (!message.success) return unreadablePiece(message.error)
  const content = saidOnWhatsapp(json, apiUrl)
  if (!content) return []
  const { id, from, from_user_id, timestamp } = message.data
  const sender = from || from_user_id || ''
  const address = { channel: 'whatsapp', account: phoneNumberId, key: sender }
  return messagePiece({ address, id, senderId: sender, name: nameOf(contacts, sender), timestamp, content }, now)
}

const valueSchema = z.object({ metadata: part({ phone_number_id: words }) })

/** `field` tells other things of the same account too, such as what became of its templates, or its own messages. */
const valuesIn = (entry: JsonObject, phoneNumberId: string): readonly JsonObject[] =>
  objectsIn(entry.changes)
    .filter(({ field }) => field === 'messages')
    .flatMap(({ value }) => objectsIn([value]))
    .filter((value) => valueSchema.parse(value).metadata?.phone_number_id === phoneNumberId)

/** WhatsApp Cloud API, https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages. */
export const whatsappReceiver = (settings: WhatsappReceiverSettings): ChannelReceiver => {
  const hasTemplate = settings.template !== undefined
  return metaFront({
    object: 'whatsapp_business_account',
    readEntry: (entry, now) =>
      valuesIn(entry, settings.phoneNumberId).flatMap((value) => {
        const contacts = objectsIn(value.contacts)
        return [
          ...objectsIn(value.messages).flatMap((message) => readMessage(message, contacts, settings, now)),
          ...objectsIn(value.statuses).flatMap((status) => readWhatsappStatus(status, hasTemplate)),
        ]
      }),
  })
}
