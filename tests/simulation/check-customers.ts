import type { Message } from '#shared/thread/message.ts'
import { threadOf } from '#tests/support/inbound.ts'
import type { Happened, Violation } from './happened.ts'
import type { Truth } from './truth.ts'

export const customersOf = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(({ author }) => author.kind === 'customer')

/** What was taken is kept, once, where it belongs and word for word; and nothing else is. */
export const checkCustomers = (
  { messages }: Pick<Truth, 'messages'>,
  { taken, unanswered, erased }: Pick<Happened, 'taken' | 'unanswered' | 'erased'>,
): readonly Violation[] => {
  const found: Violation[] = []
  const stored = new Map<string, number>()
  for (const { threadId, text, at } of [...messages.values()].flatMap(customersOf)) {
    stored.set(`${threadId} ${text}`, (stored.get(`${threadId} ${text}`) ?? 0) + 1)
    if (at <= (erased.get(threadId) ?? 0))
      found.push({ promise: 'unexpected', what: `${threadId} ${text}: outlived its erasure` })
  }
  const sent = new Set(taken.map(({ thread, text }) => `${threadOf(thread)} ${text}`))
  for (const name of sent) if (!stored.has(name)) found.push({ promise: 'lost', what: name })
  for (const [name, count] of stored) {
    if (count > 1) found.push({ promise: 'duplicate', what: `${name} stored ${count} times` })
    if (!sent.has(name) && !unanswered.has(name.slice(name.indexOf(' ') + 1)))
      found.push({ promise: 'unexpected', what: name })
  }
  return found
}

/** A message that was taken before the next one was sent stands before it. */
export const checkOrderOfArrival = (
  { messages }: Pick<Truth, 'messages'>,
  { taken }: Pick<Happened, 'taken'>,
): readonly Violation[] => {
  const firsts = new Map<string, Happened['taken'][number]>()
  for (const one of taken) if (!firsts.has(`${one.thread} ${one.text}`)) firsts.set(`${one.thread} ${one.text}`, one)
  return [...Map.groupBy(firsts.values(), ({ thread }) => threadOf(thread))].flatMap(([threadId, sent]) => {
    const places = new Map(customersOf(messages.get(threadId) ?? []).map(({ text }, place) => [text, place]))
    const placed = sent
      .flatMap((one) => ({ ...one, place: places.get(one.text) ?? -1 }))
      .filter(({ place }) => place >= 0)
    const found: Violation[] = []
    let lastSent = -1
    for (const { sentAs, takenAs, text } of placed.toSorted((one, other) => one.place - other.place)) {
      // Something that stands before it was sent only after this one was taken.
      if (takenAs < lastSent) found.push({ promise: 'order', thread: threadId, what: `stored too late: ${text}` })
      lastSent = Math.max(lastSent, sentAs)
    }
    return found
  })
}
