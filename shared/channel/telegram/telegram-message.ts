import * as z from 'zod/mini'
import { lenient, shownName, storableText, wordsSchema } from '../customer-words.ts'
import type { Attachment } from '../inbound-message.ts'

const wholeNumber = z.int()

export const telegramUserSchema = z.object({
  id: wholeNumber,
  is_bot: lenient(z.boolean()),
  first_name: lenient(z.string()),
  last_name: lenient(z.string()),
  username: lenient(z.string()),
  language_code: lenient(z.string()),
})

/** `offset` and `length` count as JavaScript does. */
const entitySchema = z.object({
  type: z.string(),
  offset: wholeNumber,
  length: wholeNumber,
  user: lenient(z.object({ id: wholeNumber })),
})
const entitiesSchema = lenient(z.array(lenient(entitySchema)))

const fileSchema = z.object({
  file_id: z.string().check(z.minLength(1), z.maxLength(512)),
  file_name: lenient(z.string()),
  mime_type: lenient(z.string()),
  file_size: lenient(z.int().check(z.nonnegative())),
})
const pointSchema = z.object({ latitude: z.number(), longitude: z.number() })

/** What makes it a message at all is checked; whatever else is not as it should be is left out, and the rest read. */
export const telegramMessageSchema = z.object({
  message_id: wholeNumber,
  date: wholeNumber,
  chat: z.object({ id: wholeNumber, type: z.string() }),
  from: z.optional(telegramUserSchema),
  is_topic_message: lenient(z.boolean()),
  message_thread_id: lenient(wholeNumber),
  reply_to_message: lenient(z.object({ message_id: wholeNumber, from: lenient(z.object({ id: wholeNumber })) })),
  text: z._default(wordsSchema, ''),
  caption: z._default(wordsSchema, ''),
  entities: entitiesSchema,
  caption_entities: entitiesSchema,
  photo: lenient(z.array(fileSchema)),
  animation: lenient(fileSchema),
  document: lenient(fileSchema),
  audio: lenient(fileSchema),
  video: lenient(fileSchema),
  video_note: lenient(fileSchema),
  voice: lenient(fileSchema),
  sticker: lenient(z.object({ ...fileSchema.shape, emoji: lenient(z.string()) })),
  location: lenient(pointSchema),
  venue: lenient(z.object({ title: z.string(), address: lenient(z.string()) })),
  contact: lenient(
    z.object({ phone_number: z.string(), first_name: lenient(z.string()), last_name: lenient(z.string()) }),
  ),
})
export type TelegramMessage = z.infer<typeof telegramMessageSchema>

/** Said about a chat, by nobody to anybody. */
const aboutTheChat =
  /^(new_chat_|left_chat_|delete_chat_|(super)?group_chat_|channel_chat_|migrate_|pinned_|message_auto_delete_|(general_)?forum_topic_|(video|voice)_chat_|giveaway|chat_|users?_shared|boost_added|write_access_|connected_website|proximity_alert_|successful_payment|refunded_payment)/

export const isAboutTheChat = (message: object): boolean => Object.keys(message).some((key) => aboutTheChat.test(key))

const named = (name: string | undefined) => (name === undefined ? {} : { name })

const fileOf = (kind: string, file: z.infer<typeof fileSchema>, usualType?: string, usualName?: string): Attachment => {
  const contentType = file.mime_type ?? usualType
  return {
    kind,
    id: file.file_id,
    ...named(shownName(file.file_name ?? usualName)),
    ...(contentType !== undefined && { contentType: storableText(contentType.slice(0, 200)) }),
    ...(file.file_size !== undefined && { size: file.file_size }),
  }
}

/** One attachment at most: an album comes as a message a picture. The last of a picture's sizes is the largest. */
export const telegramAttachments = (message: TelegramMessage): readonly Attachment[] => {
  const { photo, animation, document, audio, video, video_note, voice, sticker, location, venue, contact } = message
  const picture = photo?.at(-1)
  if (picture) return [fileOf('image', picture, 'image/jpeg')]
  // An animation says that it is a document too, a venue that it is a location.
  if (animation) return [fileOf('video', animation)]
  if (document) return [fileOf('file', document)]
  if (audio) return [fileOf('audio', audio)]
  if (voice) return [fileOf('audio', voice, 'audio/ogg')]
  if (video) return [fileOf('video', video)]
  if (video_note) return [fileOf('video', video_note, 'video/mp4')]
  if (sticker) return [fileOf('sticker', sticker, undefined, sticker.emoji)]
  if (location) {
    const url = `geo:${location.latitude},${location.longitude}`
    return [{ ...named(shownName(venue?.title, venue?.address)), kind: 'location', url }]
  }
  if (contact) {
    const url = `tel:${contact.phone_number.replace(/[^+\d]/g, '').slice(0, 20)}`
    return [{ ...named(shownName(contact.first_name, contact.last_name)), kind: 'contact', url }]
  }
  return []
}
