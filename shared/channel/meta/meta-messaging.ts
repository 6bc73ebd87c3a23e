import * as z from 'zod/mini'
import type { ChannelReceiver } from '../channel.ts'
import type { Attachment } from '../inbound-message.ts'
import { type JsonObject, metaFront, objectsIn, type Piece } from './meta-front.ts'
import {
  attachmentOf,
  type Content,
  contentOf,
  factsOf,
  figure,
  flag,
  idSchema,
  keySchema,
  list,
  messagePiece,
  part,
  timeSchema,
  unreadablePiece,
  words,
} from './meta-message.ts'

/** Messenger and Instagram tell their messages alike. */
export interface MessagingScheme {
  readonly channel: 'messenger' | 'instagram'
  readonly object: 'page' | 'instagram'
  /** The page's or the professional account's id. */
  readonly account: string
}

const fileSchema = part({
  type: words,
  title: words,
  url: words,
  payload: part({ url: words, title: words, coordinates: part({ lat: figure, long: figure }) }),
})

const eventSchema = z.object({
  sender: z.object({ id: keySchema(64) }),
  timestamp: timeSchema,
  message: part({
    mid: words,
    text: words,
    is_echo: flag,
    is_deleted: flag,
    attachments: list(fileSchema),
  }),
  postback: part({ mid: words, title: words, payload: words }),
})
type Event = z.infer<typeof eventSchema>

const attachmentsOf = (files: readonly z.infer<typeof fileSchema>[] = []): readonly Attachment[] =>
  files.flatMap((file) => {
    const { type = 'unknown', title, url, payload } = file ?? {}
    const { lat, long } = payload?.coordinates ?? {}
    if (lat !== undefined) return factsOf('location', [payload?.title ?? title, lat, long])
    const found = payload?.url ?? url
    return [attachmentOf(payload?.title || title || type, { kind: type, ...(found !== undefined && { url: found }) })]
  })

/** What makes two deliveries of it the same one, and what it says. */
interface Spoken {
  readonly id: string
  readonly content: Content
}

/** What was sent or pressed; nothing for what the company itself said, and for what was taken back. */
const spoken = ({ sender, timestamp, message, postback }: Event): Spoken | undefined => {
  if (message && !message.is_echo && !message.is_deleted)
    return {
      id: message.mid ?? '',
      content: contentOf('unsupported', message.text, attachmentsOf(message.attachments)),
    }
  if (postback)
    return {
      // A button of a menu has no id of its own.
      id: postback.mid ?? `${sender.id}:${timestamp}:postback`,
      content: contentOf('button', postback.title ?? postback.payload),
    }
  return undefined
}

/** Not deliveries, reads, reactions, hand-overs between apps and whatever else is about a conversation. */
const holdsWords = (event: JsonObject): boolean => event.message !== undefined || event.postback !== undefined

/** The company's own messages come too, as echoes, with the customer as their recipient. */
const isFor = ({ recipient }: JsonObject, account: string): boolean => objectsIn([recipient])[0]?.id === account

const readEvent = (json: JsonObject, { channel, account }: MessagingScheme, now: number): readonly Piece[] => {
  if (!holdsWords(json) || !isFor(json, account)) return []
  const event = eventSchema.safeParse(json)
  if (!event.success) return unreadablePiece(event.error)
  const said = spoken(event.data)
  if (!said) return []
  const id = idSchema.safeParse(said.id)
  if (!id.success) return unreadablePiece(id.error)
  const { sender, timestamp } = event.data
  const address = { channel, account, key: sender.id }
  return messagePiece({ address, id: id.data, senderId: sender.id, timestamp, content: said.content }, now)
}

const spokenFields = new Set<unknown>(['messages', 'messaging_postbacks'])

/** What stands under `standby` is another app's to answer. Some events come as changes of a field, as WhatsApp's do. */
const eventsIn = (entry: JsonObject): readonly JsonObject[] => [
  ...objectsIn(entry.messaging),
  ...objectsIn(entry.changes)
    .filter(({ field }) => spokenFields.has(field))
    .flatMap(({ value }) => objectsIn([value])),
]

/** https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks/webhook-events/messages. */
export const metaMessaging = (scheme: MessagingScheme): ChannelReceiver =>
  metaFront({
    object: scheme.object,
    readEntry: (entry, now) => eventsIn(entry).flatMap((event) => readEvent(event, scheme, now)),
  })
