import type { Progress } from '#shared/channel/channel.ts'

/** Nothing of it was sent before. */
export const firstTry: Progress = { partsSent: 0, uncertain: false, reached: async () => undefined }
