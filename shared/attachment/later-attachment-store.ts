import type { AttachmentStore } from './attachment-store.ts'

/** Opened by the first call: a third of a door's code is needed by the few of its runs that have to do with files. */
export const laterAttachmentStore = (open: () => Promise<AttachmentStore>): AttachmentStore => {
  let opened: Promise<AttachmentStore> | undefined
  const store = (): Promise<AttachmentStore> => {
    opened ??= open()
    return opened
  }
  return {
    put: async (...file) => (await store()).put(...file),
    read: async (key) => (await store()).read(key),
    erase: async (prefix) => (await store()).erase(prefix),
  }
}
