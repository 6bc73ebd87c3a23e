import { conversationPrefix, handoffPrefix, messagePrefix, personPrefix } from '../aws/dynamo-keys.ts'
import { type Item, withoutKeys } from '../aws/dynamo-read.ts'
import { messageOf } from '../thread/dynamo-message.ts'
import { parseConversationId } from '../thread/ids.ts'
import type { ConversationRecord, ThreadState } from '../thread/thread-state.ts'
import type { HandoffPart, ThreadContents } from './whose-words.ts'

/** Whole states, and of everything else what says whose it is. */
const read = [
  ...['pk', 'sk', 'author', 'conversation', 'delivery', 'attachments', 'erased', 'id', 'threadId', 'conversationId'],
  ...[
    'startedAt',
    'openedAt',
    'n',
    'trigger',
    'fired',
    'customerId',
    'senderId',
    'status',
    'epoch',
    'team',
    'handoffId',
  ],
  ...['agentId', 'leaseUntil', 'acceptedAt', 'headStartMs', 'attemptId', 'address', 'lastMessageAt'],
]

export const partsRead = {
  ProjectionExpression: read.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(read.map((name) => [`#${name}`, name])),
}

const beginning = (items: readonly Item[], prefix: string): readonly Item[] =>
  items.filter(({ sk }) => String(sk).startsWith(prefix))

/** One thread's partition as far as it says who wrote what. */
export const contentsOf = (threadId: string, items: readonly Item[]): ThreadContents => {
  const state = items.find(({ sk }) => sk === '~STATE')
  return {
    threadId,
    ...(state && { state: withoutKeys<ThreadState>(state) }),
    messages: beginning(items, messagePrefix).map((item) => {
      const message = messageOf(item)
      return { ...message, conversation: parseConversationId(message.conversationId)?.n ?? 0 }
    }),
    conversations: beginning(items, conversationPrefix).map(withoutKeys<ConversationRecord>),
    handoffs: beginning(items, handoffPrefix).map(withoutKeys<HandoffPart>),
    people: beginning(items, personPrefix).map(withoutKeys<ThreadContents['people'][number]>),
    records: items.length,
  }
}
