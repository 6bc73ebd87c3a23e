import { type Key, messageKey, messagePrefix, threadPk } from '../aws/dynamo-keys.ts'
import { type Item, withoutKeys } from '../aws/dynamo-read.ts'
import { parseConversationId } from './ids.ts'
import type { Message } from './message.ts'
import { conversationIdOf } from './thread-state.ts'

type Stored = Omit<Message, 'threadId' | 'id' | 'at' | 'conversationId'> & Key & { readonly conversation: number }

/**
 * A message as it is stored. What its keys say is not said twice: an answer with its evidence then stays under 1 KB,
 * and each of its writes costs one unit less.
 */
export const messageItem = ({ threadId, id, at, conversationId, ...rest }: Message): Stored => {
  const conversation = parseConversationId(conversationId)
  if (conversation?.threadId !== threadId)
    throw new Error(`conversation ${conversationId} is not of thread ${threadId}`)
  return { ...messageKey(threadId, at, id), conversation: conversation.n, ...rest }
}

const timeDigits = 13

export const isMessageItem = ({ sk }: Item): boolean => String(sk).startsWith(messagePrefix)

export const messageOf = (item: Item): Message => {
  const { conversation, ...rest } = withoutKeys<Stored>(item)
  const threadId = String(item.pk).slice(threadPk('').length)
  const place = String(item.sk).slice(messagePrefix.length)
  return {
    threadId,
    id: place.slice(timeDigits + 1),
    at: Number(place.slice(0, timeDigits)),
    conversationId: conversationIdOf(threadId, conversation),
    ...rest,
  }
}
