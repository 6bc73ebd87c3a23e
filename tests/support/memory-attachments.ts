import type { AttachmentStore } from '#shared/attachment/attachment-store.ts'

export interface KeptFile {
  readonly bytes: Uint8Array
  readonly contentType: string
}

export const memoryAttachments = (files = new Map<string, KeptFile>()): AttachmentStore => ({
  put: async (key, bytes, contentType) => {
    files.set(key, { bytes: Uint8Array.from(bytes), contentType })
  },
  erase: async (prefix) => {
    return [...files.keys()].filter((key) => key.startsWith(prefix) && files.delete(key)).length
  },
})
