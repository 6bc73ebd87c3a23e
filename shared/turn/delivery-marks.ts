import type { Message } from '../thread/message.ts'
import { repeatMs } from '../thread/repeats.ts'
import type { ThreadSnapshot } from '../thread/thread-reader.ts'

/** A thread with fewer recent messages is read whole by each turn, with room for what agents write until the next one. */
const quietMessages = 40

export interface DeliveryMark {
  readonly dedupeId: string
  readonly at: number
  /** The message itself came with an earlier turn. */
  readonly stored?: true
}

export interface DeliveryMarks {
  readonly marks: readonly DeliveryMark[]
  /** When the last of the thread's marks ends; absent while there is none. */
  readonly marksUntil?: number
}

const isMarked = ({ state }: ThreadSnapshot, now: number): boolean => (state?.marksUntil ?? 0) > now

const ofDelivery = (message: Message, at: number): DeliveryMark[] =>
  message.author.kind === 'customer' ? [{ dedupeId: message.dedupeId ?? message.id, at }] : []

/** Whether the page that was read may end before messages that can still be repeated. */
const endsEarly = ({ messages, more }: ThreadSnapshot, now: number): boolean =>
  more === true && messages.every(({ at }) => at > now - repeatMs)

/** Whether the thread holds recent messages beyond the newest ones that were read, and no marks that tell of them. */
export const hidesRecent = (snapshot: ThreadSnapshot, now: number): boolean =>
  !isMarked(snapshot, now) && endsEarly(snapshot, now)

/**
 * What makes a repeated delivery a repeated one: on a quiet thread its own messages, which every turn reads; on a busy
 * one a mark for each delivery. The turn that finds it busy also marks what came before.
 */
export const deliveryMarks = (snapshot: ThreadSnapshot, added: readonly Message[], now: number): DeliveryMarks => {
  const own = added.flatMap((message) => ofDelivery(message, now))
  const recent = snapshot.messages.filter(({ at }) => at > now - repeatMs)
  if (isMarked(snapshot, now)) return { marks: own, marksUntil: now + repeatMs }
  // Few messages may be too long for one page: then it is their length that makes the thread busy.
  if (recent.length + added.length < quietMessages && !endsEarly(snapshot, now)) return { marks: [] }
  const before = recent.flatMap((message) => ofDelivery(message, message.at))
  return {
    marks: [...before.map((mark): DeliveryMark => ({ ...mark, stored: true })), ...own],
    marksUntil: now + repeatMs,
  }
}
