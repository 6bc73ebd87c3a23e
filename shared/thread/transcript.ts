import type { Message } from './message.ts'

/** The completeness receipt: how many were counted as they were stored, and which of them were read. */
export interface Receipt {
  readonly messages: number
  readonly messageIds: readonly string[]
}

/** Notes among agents have their place in it. */
export const transcriptOf = (messages: readonly Message[], conversationId: string): readonly Message[] =>
  messages.filter((message) => message.conversationId === conversationId)

export const receiptOf = (transcript: readonly Message[], stored = transcript.length): Receipt => ({
  messages: stored,
  messageIds: transcript.map(({ id }) => id),
})

export const customerTexts = (messages: readonly Message[], from: number): readonly string[] =>
  messages.filter(({ author, at }) => author.kind === 'customer' && at >= from).map(({ text }) => text)
