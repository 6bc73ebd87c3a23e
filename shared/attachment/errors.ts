import type { NotKept } from './stored-attachment.ts'

/** Among the messages of a thread that the caller may read there is no such attachment. */
export class UnknownAttachmentError extends Error {
  override readonly name = 'UnknownAttachmentError'

  constructor(messageId: string, index: number) {
    super(`attachment ${index} of message ${messageId} does not exist`)
  }
}

const causes: Readonly<Record<NotKept | 'no-file' | 'no-bucket', string>> = {
  'too-large': 'it is larger than what is kept',
  refused: 'its channel did not give it',
  unreachable: 'its channel could not be reached',
  'not-stored': 'it could not be stored',
  'no-time': 'there was no time left to fetch it',
  'too-many': 'its message has more attachments than are kept',
  'no-file': 'its channel has no file of it for us',
  'no-bucket': 'this deployment keeps no files',
}

export class AttachmentNotKeptError extends Error {
  override readonly name = 'AttachmentNotKeptError'

  constructor(messageId: string, index: number, cause: keyof typeof causes) {
    super(`attachment ${index} of message ${messageId} is not kept: ${causes[cause]}`)
  }
}
