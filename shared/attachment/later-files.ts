import type { AttachmentLinks } from './attachment-link.ts'
import type { AttachmentStore } from './attachment-store.ts'

/** Where customers' files are kept, and what opens them. */
export interface Files {
  readonly store: AttachmentStore
  readonly links: AttachmentLinks
}

/** Opened by the first call: a third of a door's code is needed by the few of its runs that have to do with files. */
export const laterFiles = (open: () => Promise<Files>): Files => {
  let opened: Promise<Files> | undefined
  const files = (): Promise<Files> => {
    opened ??= open()
    return opened
  }
  return {
    store: {
      put: async (...file) => (await files()).store.put(...file),
      erase: async (prefix) => (await files()).store.erase(prefix),
    },
    links: { make: async (...file) => (await files()).links.make(...file) },
  }
}
