import type { Handoff } from '#shared/handoff/handoff.ts'
import type { Lease, LineEntry } from '#shared/line/line-entry.ts'
import type { ThreadRecord } from '#shared/thread/thread-state.ts'
import { checkConversations } from './check-conversations.ts'
import { checkHandoffs } from './check-handoffs.ts'
import type { Happened, Violation } from './happened.ts'
import type { Truth } from './truth.ts'

/** All records that speak of one thing say the same of it. */
export const checkBooks = (
  truth: Truth,
  happened: Pick<Happened, 'moves' | 'erased' | 'toleranceMs'>,
): readonly Violation[] => [
  ...checkOpen(truth),
  ...checkPlaces(truth),
  ...checkAgents(truth),
  ...checkConversations(truth, happened),
  ...checkHandoffs(truth, happened),
]

type Place = LineEntry & Partial<Pick<Lease, 'agentId' | 'leaseUntil'>>

/** Each open conversation has a line entry, a lease or a timer, and the books agree about who has it. */
const checkOpen = ({ states, handoffs, waiting, leases }: Truth): readonly Violation[] => {
  const found: Violation[] = []
  const lines = Map.groupBy<string, Place>([...waiting, ...leases], ({ threadId }) => threadId)
  const open = new Map(handoffs.filter(({ endedAt }) => endedAt === undefined).map((handoff) => [handoff.id, handoff]))
  for (const state of states) {
    const { threadId, status, handoffId, timerAt, acceptedAt } = state
    const places = lines.get(threadId) ?? []
    const handoff = open.get(handoffId ?? '')
    const stuck = (what: string) => found.push({ promise: 'stuck', what: `${threadId} ${status}: ${what}` })
    if (status !== 'closed' && timerAt === undefined) stuck('no timer')
    if (status === 'waiting' && places.length !== 1) stuck(`${places.length} places in lines`)
    if (status === 'claimed' && places.length !== Number(acceptedAt === undefined)) stuck(`${places.length} leases`)
    if ((status === 'assistant' || status === 'closed') && places.length > 0) stuck('a place in a line')
    if ((status === 'waiting' || status === 'claimed') !== (handoff !== undefined)) stuck('the handoff says otherwise')
    if (handoff && handoff.status !== status) stuck(`the handoff is ${handoff.status}`)
    for (const place of places) found.push(...differ(`${threadId} in its line`, place, ofState(state, place)))
    if (handoff) found.push(...differ(`${handoff.id}`, handoff, ofState(state, handoff)))
  }
  const ofStates = new Set(states.map(({ handoffId }) => handoffId))
  for (const id of open.keys())
    if (!ofStates.has(id)) found.push({ promise: 'bookkeeping', what: `${id} is open and nobody's` })
  return found
}

/** What the thread says of a place or a handoff, as far as that one speaks of it. */
const ofState = (state: ThreadRecord, of: Place | Handoff): Partial<ThreadRecord> => {
  const { team, conversationId, startedAt, headStartMs, epoch, agentId, leaseUntil } = state
  const held = 'leaseUntil' in of && state.acceptedAt === undefined ? { leaseUntil } : {}
  return {
    team,
    conversationId,
    startedAt,
    // Of none, only the thread speaks.
    headStartMs: headStartMs || undefined,
    ...('agentId' in of && { agentId }),
    ...held,
    ...epochOf(of, epoch),
  } as Partial<ThreadRecord>
}

const epochOf = (of: Place | Handoff, epoch: number): { epoch?: number } => ('handoffId' in of ? { epoch } : {})

const differ = (name: string, one: object, other: object): readonly Violation[] =>
  Object.entries(other)
    .filter(([field, value]) => Reflect.get(one, field) !== value)
    .map(([field, value]) => ({
      promise: 'bookkeeping',
      what: `${name}: ${field} is ${Reflect.get(one, field)}, and ${value} to the thread`,
    }))

/** A place is nobody's whose thread is gone, and stands where its key says. */
const checkPlaces = ({ states, waiting, leases, misplaced }: Truth): readonly Violation[] => {
  const known = new Set(states.map(({ threadId }) => threadId))
  return [
    ...[...waiting, ...leases]
      .filter(({ threadId }) => !known.has(threadId))
      .map(({ handoffId }): Violation => ({ promise: 'stuck', what: `${handoffId} stands in a line for nobody` })),
    ...misplaced.map((what): Violation => ({ promise: 'bookkeeping', what })),
  ]
}

/** An agent's hands hold what is theirs: one too many costs them a place for good, one too few lets them take too many. */
const checkAgents = ({ agents, states }: Truth): readonly Violation[] => {
  const held = new Map(agents.map(({ id, open }) => [id, new Set(open)]))
  const found: Violation[] = []
  for (const { status, agentId = '', handoffId = '' } of states)
    if (status === 'claimed' && !held.get(agentId)?.delete(handoffId))
      found.push({ promise: 'bookkeeping', what: `${agentId} holds ${handoffId} and does not count it` })
  for (const [agentId, left] of held)
    for (const id of left) found.push({ promise: 'bookkeeping', what: `${agentId} counts ${id} and does not hold it` })
  return found
}
