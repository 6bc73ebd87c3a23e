/** Ids begin with their thread's id, so that any id leads straight to its partition. */
const conversationId = /^([0-9a-f]{24})\.(\d{1,9})$/
const handoffId = /^([0-9a-f]{24})\.(\d{13})\.(\d{1,9})$/

export interface ConversationRef {
  readonly threadId: string
  readonly n: number
}
export interface HandoffRef {
  readonly threadId: string
  readonly openedAt: number
  readonly n: number
}

export const parseConversationId = (id: string): ConversationRef | undefined => {
  const [, threadId, n] = conversationId.exec(id) ?? []
  return threadId && n ? { threadId, n: Number(n) } : undefined
}

export const handoffIdOf = ({ threadId, openedAt, n }: HandoffRef): string =>
  `${threadId}.${String(openedAt).padStart(13, '0')}.${n}`

export const parseHandoffId = (id: string): HandoffRef | undefined => {
  const [, threadId, openedAt, n] = handoffId.exec(id) ?? []
  return threadId && openedAt && n ? { threadId, openedAt: Number(openedAt), n: Number(n) } : undefined
}
