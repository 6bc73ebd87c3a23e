import type { AttachmentStore } from './attachment-store.ts'
import { s3AttachmentStore } from './s3-attachment-store.ts'
import { s3Client } from './s3-client.ts'

/** Imported while a door runs, never beforehand: it lies in a file of its own beside the door's. */
export const openAttachments = (bucket: string): AttachmentStore =>
  s3AttachmentStore({ client: s3Client(), name: bucket })
