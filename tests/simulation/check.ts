import { isOutgoing, type Message } from '#shared/thread/message.ts'
import { threadOf } from '#tests/support/inbound.ts'
import type { Delivered } from './channel.ts'
import type { Taken } from './people.ts'
import type { Truth } from './truth.ts'

/** Everything that a run did to the world outside the doors. */
export interface Happened {
  readonly taken: readonly Taken[]
  /** Texts of deliveries that nobody was told are taken: they may have been kept all the same. */
  readonly unanswered: ReadonlySet<string>
  readonly delivered: readonly Delivered[]
  /** Runs of doors that met a fault: only what these sent may be sent again. */
  readonly faulty: ReadonlySet<number>
}

/** A broken promise: which one, and where. */
export interface Violation {
  readonly promise:
    | 'lost'
    | 'unexpected'
    | 'duplicate'
    | 'order'
    | 'assistant-after-handoff'
    | 'unanswered'
    | 'stuck'
    | 'notice'
    | 'bookkeeping'
  readonly what: string
  readonly thread?: string
}

/** Holds what really happened, after everything has drained, to what was promised. */
export const check = (truth: Truth, happened: Happened): readonly Violation[] => [
  ...checkCustomers(truth, happened),
  ...checkOutgoing(truth, happened),
  ...checkOrder(truth, happened),
  ...checkOpen(truth),
]

const customersOf = (messages: readonly Message[]) => messages.filter(({ author }) => author.kind === 'customer')

const checkCustomers = ({ messages }: Truth, { taken, unanswered }: Happened): readonly Violation[] => {
  const found: Violation[] = []
  const stored = new Map<string, number>()
  for (const all of messages.values())
    for (const { threadId, text } of customersOf(all))
      stored.set(`${threadId} ${text}`, (stored.get(`${threadId} ${text}`) ?? 0) + 1)
  const sent = new Set(taken.map(({ thread, text }) => `${threadOf(thread)} ${text}`))
  for (const name of sent) if (!stored.has(name)) found.push({ promise: 'lost', what: name })
  for (const [name, count] of stored) {
    if (count > 1) found.push({ promise: 'duplicate', what: `${name} stored ${count} times` })
    if (!sent.has(name) && !unanswered.has(name.slice(name.indexOf(' ') + 1)))
      found.push({ promise: 'unexpected', what: name })
  }
  return found
}

const checkOutgoing = ({ messages }: Truth, { delivered, faulty }: Happened): readonly Violation[] => {
  const outgoing = [...messages.values()].flat().filter(isOutgoing)
  const known = new Set(outgoing.map(({ id }) => id))
  const times = Map.groupBy(
    delivered.filter(({ status }) => status < 300),
    ({ id }) => id,
  )
  // The provider's answer was lost with the run that waited for it, or before that run could write it down.
  const repeated = [...times.values()].filter((sends) =>
    sends.slice(0, -1).some(({ invocation }) => !faulty.has(invocation)),
  )
  const broken = (promise: Violation['promise'], what: string): Violation => ({ promise, what })
  return [
    ...outgoing
      .filter(({ delivery }) => delivery === 'pending')
      .map(({ text }) => broken('stuck', `not sent: ${text}`)),
    ...outgoing
      .filter(({ id, delivery }) => delivery === 'sent' && !times.has(id))
      .map(({ text }) => broken('lost', `marked as sent: ${text}`)),
    ...delivered.filter(({ id }) => !known.has(id)).map(({ text }) => broken('notice', `sent and not kept: ${text}`)),
    ...repeated.map(([first]) => broken('duplicate', `sent again for no reason: ${first?.text}`)),
  ]
}

/** What comes first in a thread is delivered first. */
const checkOrder = ({ messages }: Truth, { delivered }: Happened): readonly Violation[] => {
  const firsts = new Map<string, number>()
  for (const [place, { id, status }] of delivered.entries()) if (status < 300 && !firsts.has(id)) firsts.set(id, place)
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

/** Each open conversation has a line entry, a lease or a timer, and the books agree about who has it. */
const checkOpen = ({ states, handoffs, waiting, leases }: Truth): readonly Violation[] => {
  const found: Violation[] = []
  const lines = Map.groupBy([...waiting, ...leases], ({ threadId }) => threadId)
  const open = new Map(handoffs.filter(({ endedAt }) => endedAt === undefined).map((handoff) => [handoff.id, handoff]))
  for (const { threadId, status, handoffId, timerAt, acceptedAt } of states) {
    const places = lines.get(threadId) ?? []
    const handoff = open.get(handoffId ?? '')
    const stuck = (what: string) => found.push({ promise: 'stuck', what: `${threadId} ${status}: ${what}` })
    if (status !== 'closed' && timerAt === undefined) stuck('no timer')
    if (status === 'waiting' && places.length !== 1) stuck(`${places.length} places in lines`)
    if (status === 'claimed' && places.length !== Number(acceptedAt === undefined)) stuck(`${places.length} leases`)
    if ((status === 'assistant' || status === 'closed') && places.length > 0) stuck('a place in a line')
    if ((status === 'waiting' || status === 'claimed') !== (handoff !== undefined)) stuck('the handoff says otherwise')
    if (handoff && handoff.status !== status) stuck(`the handoff is ${handoff.status}`)
  }
  const ofStates = new Set(states.map(({ handoffId }) => handoffId))
  for (const id of open.keys())
    if (!ofStates.has(id)) found.push({ promise: 'bookkeeping', what: `${id} is open and nobody's` })
  return found
}
