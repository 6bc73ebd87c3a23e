import { type AttachmentLinks, linkSeconds } from '#shared/attachment/attachment-link.ts'
import { mondayMorning } from './test-clock.ts'

/** Links that lead nowhere and say what they would open. */
export const memoryLinks: AttachmentLinks = {
  make: async (key, { contentType, disposition }) => ({
    url: `https://files.example.com/${key}?${new URLSearchParams({ contentType, disposition })}`,
    expiresAt: mondayMorning + linkSeconds * 1_000,
  }),
}
