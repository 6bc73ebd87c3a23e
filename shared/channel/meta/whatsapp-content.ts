import * as z from 'zod/mini'
import type { Attachment } from '../inbound-message.ts'
import type { JsonObject } from './meta-front.ts'
import { attachmentOf, type Content, contentOf, factsOf, figure, flag, list, part, words } from './meta-message.ts'

const media = part({ id: words, mime_type: words, caption: words, filename: words, voice: flag })
const title = part({ title: words })

const saidSchema = z.object({
  type: z.string(),
  text: part({ body: words }),
  button: part({ text: words }),
  interactive: part({
    button_reply: title,
    list_reply: title,
    nfm_reply: part({ body: words, response_json: words }),
  }),
  image: media,
  audio: media,
  video: media,
  document: media,
  sticker: media,
  location: part({ latitude: figure, longitude: figure, name: words, address: words }),
  contacts: list(part({ name: part({ formatted_name: words }), phones: list(part({ phone: words })) })),
  order: part({ text: words, product_items: list(z.unknown()) }),
  unsupported: part({ type: words }),
})
type Said = z.infer<typeof saidSchema>

/** About a conversation, and none of the customer's words; a reaction is about a message. */
const notSaid = new Set(['system', 'request_welcome', 'edit', 'revoke', 'pin', 'reaction'])

/** The answer to a button, a list or a form is what stood there. */
const chosen = ({ interactive }: Said): string | undefined =>
  interactive?.button_reply?.title ??
  interactive?.list_reply?.title ??
  interactive?.nfm_reply?.response_json ??
  interactive?.nfm_reply?.body

const contactsOf = ({ contacts }: Said): readonly Attachment[] =>
  (contacts ?? []).flatMap((contact) =>
    factsOf('contact', [contact?.name?.formatted_name, ...(contact?.phones ?? []).map((one) => one?.phone)]),
  )

/** A file is asked for by its id, with the access token; Meta keeps it for 30 days. */
const fileOf = (kind: string, file: Said['image'], apiUrl: string): Content => {
  const { id, mime_type: contentType, caption, filename, voice } = file ?? {}
  const url = id && /^[\w-]{1,128}$/.test(id) ? `${apiUrl}/${id}` : undefined
  const name = filename || (voice ? 'voice message' : kind)
  const known = { kind: kind === 'document' ? 'file' : kind, ...(contentType && { contentType }), ...(url && { url }) }
  return contentOf(kind, caption, id ? [attachmentOf(name, known)] : [])
}

const contentOfKind = (said: Said, apiUrl: string): Content => {
  switch (said.type) {
    case 'text':
      return contentOf('text', said.text?.body)
    case 'button':
      return contentOf('button', said.button?.text)
    case 'interactive':
      return contentOf('interactive', chosen(said))
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
    case 'sticker':
      return fileOf(said.type, said[said.type], apiUrl)
    case 'location': {
      const { latitude, longitude, name, address } = said.location ?? {}
      return contentOf('location', undefined, factsOf('location', [name, address, latitude, longitude]))
    }
    case 'contacts':
      return contentOf('contact', undefined, contactsOf(said))
    case 'order':
      return contentOf('order', said.order?.text, [
        attachmentOf(`order of ${said.order?.product_items?.length ?? 'unknown'} items`, { kind: 'order' }),
      ])
    default:
      return contentOf(said.type, undefined)
  }
}

/** What a message says, whatever it is made of; nothing where the customer said nothing, or took something back. */
export const saidOnWhatsapp = (message: JsonObject, apiUrl: string): Content | undefined => {
  const { data: said } = saidSchema.safeParse(message)
  if (!said || notSaid.has(said.type)) return undefined
  if (said.type === 'unsupported' && notSaid.has(said.unsupported?.type ?? '')) return undefined
  return contentOfKind(said, apiUrl)
}
