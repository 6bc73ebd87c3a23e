import type { Message } from '../api/shapes.ts'

const before = (one: Message, other: Message): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : one.id > other.id ? 1 : 0

const changed = (one: Message, other: Message): boolean =>
  one.delivery !== other.delivery || one.deliveryCause !== other.deliveryCause || one.text !== other.text

/** Both, oldest first, each once; of one that is in both the fresh one. The same list where nothing is new. */
export const mergeMessages = (known: readonly Message[], fresh: readonly Message[]): readonly Message[] => {
  const byId = new Map(known.map((message) => [message.id, message]))
  const news = fresh.filter((message) => {
    const there = byId.get(message.id)
    return !there || changed(there, message)
  })
  if (news.length === 0) return known
  for (const message of news) byId.set(message.id, message)
  return [...byId.values()].sort(before)
}
