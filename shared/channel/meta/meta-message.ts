import * as z from 'zod/mini'
import type { Address } from '../address.ts'
import { describeIssues } from '../describe-issues.ts'
import type { Attachment, InboundMessage } from '../inbound-message.ts'
import type { Piece } from './meta-front.ts'

/** A DynamoDB record holds 400 KB; Meta's own texts end at 4,096 characters. */
const textLimitBytes = 300 * 1024
/** A queue's message holds 1 MiB, and spells a control character with six. */
const spelledLimitBytes = 450 * 1024
/** Beside a text of full length, as many as Messenger sends at once. */
const attachmentLimit = 30
const nameLimit = 256
const urlLimit = 2_048

/** A field that is not what it should be is none: what a customer says is never refused for what stands beside it. */
export const words = z.catch(z.optional(z.string()), undefined)
export const figure = z.catch(z.optional(z.number()), undefined)
export const flag = z.catch(z.optional(z.boolean()), undefined)
export const part = <Shape extends Readonly<Record<string, z.ZodMiniType>>>(shape: Shape) =>
  z.catch(z.optional(z.object(shape)), undefined)
export const list = <Item extends z.ZodMiniType>(item: Item) => z.catch(z.optional(z.array(item)), undefined)

/** Part of a key, which holds 2 KB, and no half of a character. */
export const keySchema = (limit: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(limit),
    z.overwrite((id) => id.toWellFormed()),
  )
export const idSchema = keySchema(512)
/** Seconds as WhatsApp tells them, or milliseconds as the others do. */
export const timeSchema = z.union([z.int().check(z.nonnegative()), z.string().check(z.regex(/^\d{1,14}$/))])

export interface Content {
  readonly text: string
  readonly attachments: readonly Attachment[]
}

/** As far as it can be kept: a name and an address of a sensible length, or the attachment without them. */
export const attachmentOf = (
  name: string,
  { kind, contentType, url }: Pick<Attachment, 'kind' | 'contentType' | 'url'>,
): Attachment => ({
  ...(kind !== undefined && { kind: kind.slice(0, nameLimit).toWellFormed() }),
  name: name.slice(0, nameLimit).toWellFormed(),
  ...(contentType !== undefined &&
    contentType !== '' && { contentType: contentType.slice(0, nameLimit).toWellFormed() }),
  ...(url !== undefined && url.length <= urlLimit && url.isWellFormed() && { url }),
})

/** What is no file, told in one line; nothing where there is nothing to tell. */
export const factsOf = (kind: string, facts: readonly (string | number | undefined)[]): readonly Attachment[] => {
  const told = facts.filter((fact) => fact !== undefined && fact !== '')
  return told.length > 0 ? [attachmentOf(`${kind}: ${told.join(', ')}`, { kind })] : []
}

const someOf = (attachments: readonly Attachment[]): readonly Attachment[] =>
  attachments.length <= attachmentLimit
    ? attachments
    : [
        ...attachments.slice(0, attachmentLimit - 1),
        { name: `${attachments.length - attachmentLimit + 1} more attachments` },
      ]

const canBeStored = (text: string): boolean =>
  Buffer.byteLength(text) <= textLimitBytes && Buffer.byteLength(JSON.stringify(text)) <= spelledLimitBytes

/** What a customer sent is never nothing: where no program can read it, a person is told of its kind. */
export const contentOf = (kind: string, text: string | undefined, attachments: readonly Attachment[] = []): Content => {
  const kept = text !== undefined && canBeStored(text) ? text.toWellFormed() : ''
  return kept.trim() === '' && attachments.length === 0
    ? { text: '', attachments: [attachmentOf(`${kind} message`, { kind })] }
    : { text: kept, attachments: someOf(attachments) }
}

export interface Said {
  readonly address: Address
  readonly id: string
  readonly senderId: string
  readonly name?: string | undefined
  readonly timestamp: string | number
  readonly content: Content
}

const atOf = (timestamp: string | number): number =>
  Number(timestamp) < 100_000_000_000 ? Number(timestamp) * 1_000 : Number(timestamp)

export const messagePiece = (said: Said, now: number): readonly Piece[] => {
  const { address, id, senderId, name, content, timestamp } = said
  const message: InboundMessage = {
    version: 1,
    address,
    dedupeId: id,
    sender: { id: senderId, ...(name && { name: name.slice(0, nameLimit).toWellFormed() }), verified: {} },
    message: { id, text: content.text, attachments: [...content.attachments], sentAt: atOf(timestamp) },
    receivedAt: now,
  }
  return [{ message }]
}

export const unreadablePiece = ({ issues }: z.core.$ZodError): readonly Piece[] => [{ detail: describeIssues(issues) }]
