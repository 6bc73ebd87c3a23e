import type { Files } from './later-files.ts'
import { s3AttachmentLinks } from './s3-attachment-links.ts'
import { s3AttachmentStore } from './s3-attachment-store.ts'
import { linkSettings, s3Client } from './s3-client.ts'

/** Imported while a door runs, never beforehand: it lies in a file of its own beside the door's. */
export const openFiles = (name: string): Files => ({
  store: s3AttachmentStore({ client: s3Client(), name }),
  links: s3AttachmentLinks({ client: s3Client(linkSettings), name }),
})
