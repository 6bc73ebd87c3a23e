import { parseConversationId } from '../thread/ids.ts'
import type { Message } from '../thread/message.ts'
import type { ConversationRecord, ThreadState } from '../thread/thread-state.ts'
import type { Handoff } from './handoff.ts'

/** A message as far as it says whose it is. */
export type WrittenMessage = Pick<Message, 'id' | 'at' | 'author' | 'delivery' | 'attachments' | 'erased'> & {
  /** Its number on the thread. */
  readonly conversation: number
}

export type HandoffPart = Pick<Handoff, 'id' | 'conversationId' | 'openedAt' | 'n' | 'trigger' | 'fired' | 'customerId'>

/** Everything of one thread, without its words. */
export interface ThreadContents {
  readonly threadId: string
  readonly state?: ThreadState
  readonly messages: readonly WrittenMessage[]
  readonly conversations: readonly Pick<ConversationRecord, 'id' | 'startedAt' | 'customerId'>[]
  readonly handoffs: readonly HandoffPart[]
  /** Who else wrote. */
  readonly people: readonly { readonly customerId: string; readonly senderId?: string }[]
  /** Of whatever there is. */
  readonly records: number
}

/** What goes where others' words stay. */
export interface PartOfThread {
  readonly messages: readonly WrittenMessage[]
  readonly handoffs: ThreadContents['handoffs']
  readonly conversations: ThreadContents['conversations']
  /** The notes of who wrote. */
  readonly people: readonly string[]
  /** Whether the state names them. */
  readonly named: boolean
}

export type Extent = 'nothing' | 'whole' | PartOfThread

/** By what the channel calls them on this thread, beside what they are known by everywhere. */
export const namesOn = ({ state, people }: ThreadContents, known: ReadonlySet<string>): ReadonlySet<string> => {
  const named = [...people, ...(state ? [state] : [])].filter(({ customerId = '' }) => known.has(customerId))
  return new Set([...known, ...named.flatMap(({ senderId }) => senderId ?? [])])
}

const isCustomers = ({ author, erased }: WrittenMessage): boolean => author.kind === 'customer' && !erased
const isOf = (names: ReadonlySet<string>, { author }: WrittenMessage): boolean =>
  author.id === undefined || names.has(author.id)

const isWordless = ({ customerId, fired }: HandoffPart): boolean =>
  customerId === undefined && fired.every(({ trigger, reason }) => reason === trigger)

const numberOf = (conversationId: string): number => parseConversationId(conversationId)?.n ?? 0

/** Conversations that a record says are theirs, though no message of them can be told by its author. */
const recordedIn = ({ conversations, handoffs }: ThreadContents, names: ReadonlySet<string>, until: number) =>
  new Set([
    ...conversations
      .filter(({ customerId = '', startedAt }) => names.has(customerId) && startedAt <= until)
      .map(({ id }) => numberOf(id)),
    ...handoffs
      .filter(({ customerId = '', openedAt }) => names.has(customerId) && openedAt <= until)
      .map(({ conversationId }) => numberOf(conversationId)),
  ])

/**
 * What of a thread is somebody's until then. All of it where nobody else wrote there; else their words and files, and of the
 * conversations in which they wrote whatever was said to them or about them, since it may repeat their words.
 */
export const extentOf = (
  contents: ThreadContents,
  names: ReadonlySet<string>,
  until = Number.POSITIVE_INFINITY,
): Extent => {
  const { messages, conversations, handoffs, people, state, records } = contents
  if (records === 0) return 'nothing'
  const recorded = recordedIn(contents, names, until)
  const signed = new Set(messages.filter((one) => isCustomers(one) && isOf(names, one)).map((one) => one.conversation))
  const isTheirs = (one: WrittenMessage) =>
    one.at <= until && (isOf(names, one) || (recorded.has(one.conversation) && !signed.has(one.conversation)))
  const written = messages.filter(isCustomers)
  const [theirs, others] = [written.filter(isTheirs), written.filter((one) => !isTheirs(one))]
  if (others.length === 0) return 'whole'

  const inThem = new Set([...recorded, ...theirs.map(({ conversation }) => conversation)])
  const emptied = new Set(messages.filter(({ erased }) => erased).map(({ conversation }) => conversation))
  /** From here on they are another customer. */
  const anew = (conversation: number) =>
    Math.min(...others.filter((one) => one.conversation === conversation && one.at > until).map(({ at }) => at))
  const isToThem = ({ conversation, at }: WrittenMessage) =>
    inThem.has(conversation) ? at < anew(conversation) : emptied.has(conversation) && at <= until
  // On its way: a minute may bring it there. The second look takes it as it is.
  const isUnderWay = ({ delivery }: WrittenMessage) => delivery === 'pending' && until === Number.POSITIVE_INFINITY
  const toThem = messages.filter(
    (one) => one.author.kind !== 'customer' && !one.erased && !isUnderWay(one) && isToThem(one),
  )
  const isNew = others.some((one) => isOf(names, one))
  const named = !isNew && [state?.customerId, state?.senderId].some((id) => id !== undefined && names.has(id))
  const part: PartOfThread = {
    messages: [...toThem, ...theirs],
    handoffs: handoffs.filter((one) => inThem.has(numberOf(one.conversationId)) && !isWordless(one)),
    conversations: conversations.filter(
      ({ customerId = '', startedAt }) => names.has(customerId) && startedAt <= until,
    ),
    people: isNew ? [] : people.map(({ customerId }) => customerId).filter((id) => names.has(id)),
    named,
  }
  const { length } = [...part.messages, ...part.handoffs, ...part.conversations, ...part.people]
  return length > 0 || named ? part : 'nothing'
}
