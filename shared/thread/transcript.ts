import type { Message } from './message.ts'

/** The completeness receipt: what was counted as it was stored, against what was read. */
export interface Receipt {
  readonly messages: number
  readonly messageIds: readonly string[]
}

/** Notes among agents have their place in it. */
export const transcriptOf = (messages: readonly Message[], conversationId: string): readonly Message[] =>
  messages.filter((message) => message.conversationId === conversationId)

export const receiptOf = (transcript: readonly Message[]): Receipt => ({
  messages: transcript.length,
  messageIds: transcript.map(({ id }) => id),
})

export const customerTexts = (messages: readonly Message[], from: number): readonly string[] =>
  messages.filter(({ author, at }) => author.kind === 'customer' && at >= from).map(({ text }) => text)
