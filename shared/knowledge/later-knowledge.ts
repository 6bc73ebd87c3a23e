import type { Knowledge } from './passage.ts'

/** Opened by the first question: only the companies that keep their articles elsewhere load what asks there. */
export const laterKnowledge = (open: () => Promise<Knowledge>): Knowledge => {
  let opened: Promise<Knowledge> | undefined
  return {
    retrieve: async (question) => {
      opened ??= open()
      return (await opened).retrieve(question)
    },
  }
}
