import { isOutgoing, type Message } from '#shared/thread/message.ts'
import { threadOf } from '#tests/support/inbound.ts'
import type { Delivered } from './channel.ts'
import { customersOf } from './check-customers.ts'
import type { Happened, Violation } from './happened.ts'
import type { Truth } from './truth.ts'

type Sent = Pick<Happened, 'delivered' | 'faulty'>

const broken = (promise: Violation['promise'], what: string): Violation => ({ promise, what })
const brokenIn = (thread: string, promise: Violation['promise'], what: string): Violation => ({ promise, what, thread })
const isTaken = ({ status }: Delivered): boolean => status < 300
/** The standard's own: what will not get better by asking again. */
const isRefused = ({ status }: Delivered): boolean => status >= 400 && status < 500 && ![408, 425, 429].includes(status)

/** What is kept for the customer leaves once, as it is kept and to whom it belongs; nothing leaves that is not kept. */
export const checkOutgoing = (
  { messages }: Pick<Truth, 'messages'>,
  { delivered, faulty }: Sent,
): readonly Violation[] => {
  const outgoing = [...messages.values()].flat().filter(isOutgoing)
  const known = new Map(outgoing.map((message) => [message.id, message]))
  const sends = Map.groupBy(delivered, ({ id }) => id)
  return [
    ...outgoing.flatMap((message) => checkMark(message, sends.get(message.id) ?? [], faulty)),
    ...delivered.flatMap((one) => {
      const kept = known.get(one.id)
      return kept ? checkDelivered(one, kept) : [broken('notice', `sent and not kept: ${one.text}`)]
    }),
    ...[...sends.values()].flatMap((times) => checkRepeats(times, faulty)),
    ...[...messages.values()].flatMap((thread) => checkAnswers(thread, [...messages.values()])),
  ]
}

const checkMark = (
  { text, delivery, threadId }: Message,
  sends: readonly Delivered[],
  faulty: Sent['faulty'],
): readonly Violation[] => {
  if (delivery === 'pending') return [brokenIn(threadId, 'stuck', `not sent: ${text}`)]
  const taken = sends.filter(isTaken)
  if (delivery === 'sent') return taken.length > 0 ? [] : [broken('lost', `marked as sent: ${text}`)]
  if (delivery !== 'failed') return [broken('bookkeeping', `neither sent nor failed: ${text}`)]
  if (taken.some(({ invocation }) => !faulty.has(invocation)))
    return [broken('bookkeeping', `marked as failed and taken: ${text}`)]
  return sends.length === 0 && faulty.size === 0 ? [broken('lost', `given up and never tried: ${text}`)] : []
}

const checkDelivered = ({ thread, text, author }: Delivered, kept: Message): readonly Violation[] => [
  ...(threadOf(thread) === kept.threadId ? [] : [broken('unexpected', `sent to ${thread}, who is another: ${text}`)]),
  ...(text === kept.text && author === kept.author.kind
    ? []
    : [broken('unexpected', `sent otherwise than kept: ${text}`)]),
]

/** The provider's answer was lost with the run that waited for it, or before that run could write it down. */
const checkRepeats = (times: readonly Delivered[], faulty: Sent['faulty']): readonly Violation[] => {
  const ends = times.findIndex((one) => (isTaken(one) || isRefused(one)) && !faulty.has(one.invocation))
  const more = ends === -1 ? [] : times.slice(ends + 1)
  return more.map(({ text }) => broken('duplicate', `sent again for no reason: ${text}`))
}

const quoted = 'You asked: '

/** The simulated model says what it was asked: nobody gets the answer to somebody else's question. */
const checkAnswers = (thread: readonly Message[], all: readonly (readonly Message[])[]): readonly Violation[] => {
  const answers = thread.filter(({ author, text }) => author.kind === 'assistant' && text.startsWith(quoted))
  const own = new Set(customersOf(thread).map(({ text }) => text))
  const strange = answers.filter(({ text }) => {
    const asked = text.slice(quoted.length).split(' | ')
    return asked.some((words) => !own.has(words)) && isOfOthers(asked, own, all)
  })
  return strange.map(({ text }) => broken('unexpected', `an answer to somebody else: ${text}`))
}

const isOfOthers = (
  asked: readonly string[],
  own: ReadonlySet<string>,
  all: readonly (readonly Message[])[],
): boolean =>
  asked.some((words) => !own.has(words) && all.some((other) => customersOf(other).some(({ text }) => text === words)))

/** What comes first in a thread is delivered first. */
export const checkOrder = ({ messages }: Pick<Truth, 'messages'>, { delivered }: Sent): readonly Violation[] => {
  const firsts = new Map<string, number>()
  for (const [place, one] of delivered.entries()) if (isTaken(one) && !firsts.has(one.id)) firsts.set(one.id, place)
  return [...messages].flatMap(([thread, all]) => {
    const places = all
      .filter(isOutgoing)
      .flatMap(({ id, text }) => ({ text, place: firsts.get(id) ?? -1 }))
      .filter(({ place }) => place >= 0)
    return places
      .filter(({ place }, at) => place < (places[at - 1]?.place ?? -1))
      .map(({ text }): Violation => ({ promise: 'order', thread, what: `delivered too early or too late: ${text}` }))
  })
}
