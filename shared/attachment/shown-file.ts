import type { StoredAttachment } from './stored-attachment.ts'

/** What a model can look at, each in the words of Bedrock's Converse. */
export type Readable =
  | { readonly kind: 'image'; readonly format: 'jpeg' | 'png' | 'gif' | 'webp' }
  | {
      readonly kind: 'document'
      readonly format: 'pdf' | 'csv' | 'doc' | 'docx' | 'xls' | 'xlsx' | 'html' | 'txt' | 'md'
    }

/** A file in hand, to be shown to a model in this turn and in no later one. */
export type ShownFile = Readable & { readonly bytes: Uint8Array; readonly attachment: StoredAttachment }

const office = 'application/vnd.openxmlformats-officedocument'
const readable: Readonly<Record<string, Readable>> = {
  'image/jpeg': { kind: 'image', format: 'jpeg' },
  'image/png': { kind: 'image', format: 'png' },
  'image/gif': { kind: 'image', format: 'gif' },
  'image/webp': { kind: 'image', format: 'webp' },
  'application/pdf': { kind: 'document', format: 'pdf' },
  'application/msword': { kind: 'document', format: 'doc' },
  [`${office}.wordprocessingml.document`]: { kind: 'document', format: 'docx' },
  'application/vnd.ms-excel': { kind: 'document', format: 'xls' },
  [`${office}.spreadsheetml.sheet`]: { kind: 'document', format: 'xlsx' },
  'text/plain': { kind: 'document', format: 'txt' },
  'text/csv': { kind: 'document', format: 'csv' },
  'text/markdown': { kind: 'document', format: 'md' },
  'text/html': { kind: 'document', format: 'html' },
}

/** Converse takes 3.75 MB a picture, and of documents 4.5 MB each and five at most. */
const limits = { image: 3_750_000, document: 4_500_000 } as const
export const mostShown = 5

/** How a model would be shown it; undefined where none of them could be. */
export const readableAs = (contentType: string, size: number): Readable | undefined => {
  const found = Object.hasOwn(readable, contentType) ? readable[contentType] : undefined
  return found && size > 0 && size <= limits[found.kind] ? found : undefined
}
