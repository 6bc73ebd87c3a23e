import type { LoggedConversation } from './conversation-log.ts'
import type { LogLine } from './log-lines.ts'
import { turnsOf } from './turns-of.ts'

/** What an exported log has of one conversation: its turns, its handoffs and, once it is over, its end. */
export function* conversationLines(conversation: LoggedConversation): Generator<LogLine> {
  for (const record of turnsOf(conversation)) yield { kind: 'turn', record }
  for (const record of conversation.handoffs) yield { kind: 'handoff', record }
  const { record } = conversation
  if (record) yield { kind: 'conversation', record }
}

/** Conversation by conversation, each in its own order; the order of time is only rough. */
export async function* linesOfConversations(conversations: AsyncIterable<LoggedConversation>): AsyncGenerator<LogLine> {
  for await (const conversation of conversations) yield* conversationLines(conversation)
}
