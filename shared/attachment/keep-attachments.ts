import type { Attachment } from '../channel/inbound-message.ts'
import type { ChannelMedia, Fetched } from '../channel/media/media.ts'
import type { Log } from '../log/log.ts'
import { type AttachmentPlace, type AttachmentStore, attachmentKey } from './attachment-store.ts'
import type { Room, Turns } from './bounds.ts'
import { contentTypeOf } from './content-type.ts'
import { mostShown, readableAs, type ShownFile } from './shown-file.ts'
import type { NotKept, StoredAttachment } from './stored-attachment.ts'

export interface KeepPorts {
  readonly media: ChannelMedia
  readonly store: AttachmentStore
  /** For all turns of a door together: a file is in memory twice while it is fetched. */
  readonly fetches: Turns
  /** For what models are shown, until their turn is over. */
  readonly room: Room
  readonly log: Log
}

/** Of all that came with one turn's messages; the turn goes on without what took longer. */
export const keepingMs = 8_000
export const mostPerMessage = 10

export interface Arrived {
  readonly threadId: string
  readonly channel: string
  readonly messages: readonly { readonly id: string; readonly attachments: readonly Attachment[] }[]
  /** What a model can be shown; the bytes of all else are let go at once. */
  readonly shows: (kind: ShownFile['kind']) => boolean
}

export interface KeptFiles {
  /** By message id; absent where a message came with nothing that we fetch. */
  readonly attachments: ReadonlyMap<string, readonly StoredAttachment[]>
  readonly shown: readonly ShownFile[]
}

export const nothingKept: KeptFiles = { attachments: new Map(), shown: [] }

interface One {
  readonly attachment: StoredAttachment
  readonly shown?: ShownFile
}

/** A place (`geo:`), a telephone number (`tel:`), something without an address: there is nothing to fetch. */
export const isFile = ({ id, url }: Attachment): boolean =>
  url === undefined ? id !== undefined : /^https?:/i.test(url)

const causeOf = (fetched: Exclude<Fetched, { kind: 'fetched' }>): NotKept => {
  if (fetched.cause === 'too large') return 'too-large'
  return fetched.kind === 'refused' ? 'refused' : 'unreachable'
}

/**
 * Fetches what came with a turn's messages and keeps a copy of it, within a time that no provider can lengthen. Never
 * throws: what could not be kept is named with its cause. Safe to repeat: the same attachment is the same file.
 */
export const keepAttachments = async (ports: KeepPorts, arrived: Arrived): Promise<KeptFiles> => {
  const limit: Limit = { over: false, late: Promise.withResolvers<NotKept>() }
  const timer = setTimeout(() => {
    limit.over = true
    limit.late.resolve('no-time')
  }, keepingMs)
  const keeping = keeper(ports, arrived, limit)
  const kept = await Promise.all(
    arrived.messages.map(async ({ id, attachments }) => {
      const all = await Promise.all(attachments.map((attachment, index) => keeping(attachment, id, index)))
      return [id, all] as const
    }),
  )
  clearTimeout(timer)
  return {
    attachments: new Map(kept.map(([id, all]) => [id, all.map(({ attachment }) => attachment)])),
    shown: kept.flatMap(([, all]) => all.flatMap(({ shown }) => shown ?? [])),
  }
}

interface Limit {
  /** Set before anybody hears of it: whoever is too late must not take room that nobody would give back. */
  over: boolean
  readonly late: PromiseWithResolvers<NotKept>
}

const keeper = (ports: KeepPorts, { threadId, channel, shows }: Arrived, limit: Limit) => {
  const left = { image: mostShown, document: mostShown }
  const shownOf = (stored: StoredAttachment, bytes: Buffer, contentType: string): ShownFile | undefined => {
    const readable = readableAs(contentType, bytes.byteLength)
    if (limit.over || !readable || !shows(readable.kind) || left[readable.kind] === 0) return undefined
    if (!ports.room.take(bytes.byteLength)) return undefined
    left[readable.kind] -= 1
    return { ...readable, bytes, attachment: stored }
  }

  const keep = async (attachment: Attachment, place: AttachmentPlace): Promise<One | NotKept> => {
    if (limit.over) return 'no-time'
    const fetched = await ports.media.get(channel, attachment)
    if (fetched.kind !== 'fetched') return causeOf(fetched)
    // No message would name the file any more, and an erasure may have been through.
    if (limit.over) return 'no-time'
    const { bytes } = fetched
    const contentType = contentTypeOf(bytes, { contentType: fetched.contentType, ...attachment })
    const isStored = await ports.store.put(attachmentKey(place), bytes, contentType).then(
      () => true,
      () => false,
    )
    if (!isStored) return 'not-stored'
    const stored = { ...attachment, kept: { contentType, size: bytes.byteLength } }
    const shown = shownOf(stored, bytes, contentType)
    return { attachment: stored, ...(shown && { shown }) }
  }

  return async (attachment: Attachment, messageId: string, index: number): Promise<One> => {
    if (!isFile(attachment)) return { attachment }
    const place = { threadId, messageId, index }
    const outcome =
      index < mostPerMessage
        ? await Promise.race([ports.fetches(() => keep(attachment, place), threadId), limit.late.promise])
        : ('too-many' as const)
    if (typeof outcome !== 'string') return outcome
    ports.log({ event: 'attachment.not-kept', threadId, messageId, index, cause: outcome })
    return { attachment: { ...attachment, notKept: outcome } }
  }
}
