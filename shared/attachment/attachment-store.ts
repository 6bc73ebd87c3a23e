import { createHash } from 'node:crypto'

/** Which attachment of which message. */
export interface AttachmentPlace {
  readonly threadId: string
  readonly messageId: string
  /** From zero, in the order of the message's attachments. */
  readonly index: number
}

/** All of a thread's files begin with it, so that whoever erases the thread finds them, those of an unfinished turn too. */
export const threadPrefix = (threadId: string): string => `${threadId}/`

/** Follows from where the attachment is, so that a repeated turn writes the same file; nothing of the customer's is in it. */
export const attachmentKey = ({ threadId, messageId, index }: AttachmentPlace): string =>
  threadPrefix(threadId) +
  createHash('sha256')
    .update(JSON.stringify([messageId, index]))
    .digest('hex')

/** Keeps what customers sent along. Each call throws when it could not be made. */
export interface AttachmentStore {
  /** Idempotent: the last one stays. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** Everything that begins with the prefix; how many files that were. */
  erase(prefix: string): Promise<number>
}
