import type { Message } from '../thread/message.ts'
import { repeatMs } from '../thread/repeats.ts'
import type { ThreadSnapshot } from '../thread/thread-reader.ts'

/** A thread with fewer recent messages is read whole by each turn, with room for what agents write until the next one. */
const quietMessages = 40

export interface DeliveryMark {
  readonly dedupeId: string
  readonly at: number
}

export interface DeliveryMarks {
  readonly marks: readonly DeliveryMark[]
  /** When the last of the thread's marks ends; absent while there is none. */
  readonly marksUntil?: number
}

const isMarked = ({ state }: ThreadSnapshot, now: number): boolean => (state?.marksUntil ?? 0) > now

const ofDelivery = (message: Message, at: number): DeliveryMark[] =>
  message.author.kind === 'customer' ? [{ dedupeId: message.dedupeId ?? message.id, at }] : []

/** Whether the thread holds recent messages beyond the newest ones that were read, and no marks that tell of them. */
export const hidesRecent = (snapshot: ThreadSnapshot, limit: number, now: number): boolean => {
  const [oldest] = snapshot.messages
  return !isMarked(snapshot, now) && snapshot.messages.length >= limit && (oldest?.at ?? 0) > now - repeatMs
}

/**
 * What makes a repeated delivery a repeated one: on a quiet thread its own messages, which every turn reads; on a busy
 * one a mark for each delivery. The turn that finds it busy also marks what came before.
 */
export const deliveryMarks = (snapshot: ThreadSnapshot, added: readonly Message[], now: number): DeliveryMarks => {
  const own = added.flatMap((message) => ofDelivery(message, now))
  const recent = snapshot.messages.filter(({ at }) => at > now - repeatMs)
  if (isMarked(snapshot, now)) return { marks: own, marksUntil: now + repeatMs }
  if (recent.length + added.length < quietMessages) return { marks: [] }
  return {
    marks: [...recent.flatMap((message) => ofDelivery(message, message.at)), ...own],
    marksUntil: now + repeatMs,
  }
}
