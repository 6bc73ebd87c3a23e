import type { Handoff, Message } from '../api/shapes.ts'

/** One thing in a thread, in the order in which things happened. */
export type Entry =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'begins'; readonly key: string }
  | { readonly kind: 'handoff'; readonly key: string; readonly handoff: Handoff }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }

const dayOf = (at: number): string => new Date(at).toDateString()

/** A handoff stands before the notice about it, which bears the same time. */
const handoffsUntil = (handoffs: readonly Handoff[], from: number, until: string | undefined): readonly Handoff[] =>
  handoffs.slice(from).filter(({ handedOffAt }) => until === undefined || handedOffAt <= until)

/** Messages with their days, the beginnings of further conversations, and the handoffs between them. */
export const timelineOf = (messages: readonly Message[], handoffs: readonly Handoff[]): readonly Entry[] => {
  const entries: Entry[] = []
  const opened = handoffs.toSorted((one, other) => (one.handedOffAt < other.handedOffAt ? -1 : 1))
  let told = 0
  const tellHandoffs = (until: string | undefined): void => {
    for (const handoff of handoffsUntil(opened, told, until)) {
      entries.push({ kind: 'handoff', key: handoff.id, handoff })
      told += 1
    }
  }
  let before: Message | undefined
  for (const message of messages) {
    const { id, at, conversationId } = message
    tellHandoffs(at)
    if (!before || dayOf(Date.parse(before.at)) !== dayOf(Date.parse(at)))
      entries.push({ kind: 'day', key: `day ${id}`, at: Date.parse(at) })
    if (before && before.conversationId !== conversationId)
      entries.push({ kind: 'begins', key: `begins ${conversationId}` })
    entries.push({ kind: 'message', key: id, message })
    before = message
  }
  // A thread read in part has handoffs older than its first message: they are not the newest things in it.
  if (messages.length > 0) tellHandoffs(undefined)
  return entries
}
