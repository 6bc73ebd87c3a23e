import type { Message } from './message.ts'

/** The completeness receipt: what was counted as it was stored, against what was read. */
export interface Receipt {
  readonly messages: number
  readonly messageIds: readonly string[]
}

/** Notes among agents are part of the reading, not of what was said. */
export const transcriptOf = (messages: readonly Message[], conversationId: string): readonly Message[] =>
  messages.filter((message) => message.conversationId === conversationId)

export const receiptOf = (transcript: readonly Message[]): Receipt => {
  const said = transcript.filter((message) => message.internal !== true)
  return { messages: said.length, messageIds: said.map(({ id }) => id) }
}

export const customerTexts = (messages: readonly Message[], from: number): readonly string[] =>
  messages.filter(({ author, at }) => author.kind === 'customer' && at >= from).map(({ text }) => text)
