import { type Agent, serves } from '../line/agent.ts'
import type { LineEntry } from '../line/line-entry.ts'
import type { Log } from '../log/log.ts'
import { recordedFacts } from '../routing/ruled-by.ts'
import type { Claimed } from '../thread/thread-state.ts'
import { type Change, type Committed, refusedKinds, type ThreadPatch, type Transactions } from './change.ts'
import { HandoffBusyError, HandoffOverError, LeaseEndedError, NotHeldError, UnknownHandoffError } from './errors.ts'
import type { Handoff } from './handoff.ts'
import type { HandoffReader, HandoffWithState } from './handoff-reader.ts'

/** A handoff in the hands of the agent who calls. */
export interface HeldHandoff {
  readonly handoff: Handoff
  readonly state: Claimed
}

export interface HeldPorts {
  readonly handoffs: HandoffReader
  readonly transactions: Transactions
  readonly log: Log
  readonly clock: () => number
}

export interface HeldCommand {
  readonly agent: Agent
  readonly handoffId: string
  /** The same for every repeat of one request. */
  readonly attemptId: string
}

/** The handoff as it was before the change. */
export interface ChangedHandoff extends HandoffWithState {
  /** The request was carried out before: nothing was written now. */
  readonly repeated: boolean
}

const rounds = 6

/**
 * @throws UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError
 */
const checkHeld = ({ handoff, state }: HandoffWithState, agent: Agent, now: number): HeldHandoff => {
  if (handoff.status === 'closed' || handoff.status === 'returned')
    throw new HandoffOverError(handoff.id, handoff.status)
  if (state.status !== 'claimed' || state.handoffId !== handoff.id || state.agentId !== agent.id)
    throw new NotHeldError(handoff.id, handoff.status === 'claimed' ? handoff.agentName : undefined)
  if (state.acceptedAt === undefined && state.leaseUntil <= now) throw new LeaseEndedError(handoff.id, state.leaseUntil)
  return { handoff, state }
}

/**
 * Changes a handoff that the agent holds: reads it, lets `decide` say what to write, and writes it under the fence it
 * was read with; another writer in between makes it read again. A repeated request finds its own attempt and stops.
 */
export const changeHeld = async (
  { handoffs, transactions, clock }: HeldPorts,
  { agent, handoffId, attemptId }: HeldCommand,
  decide: (held: HeldHandoff, now: number) => readonly Change[],
): Promise<ChangedHandoff> => {
  for (let round = 0; round < rounds; round += 1) {
    const found = await handoffs.read(handoffId)
    if (!found) throw new UnknownHandoffError(handoffId)
    // Before the team: a transfer that is repeated finds the handoff with a team that its agent may not serve.
    if (found.handoff.attemptId === attemptId || found.state.attemptId === attemptId)
      return { ...found, repeated: true }
    if (!serves(agent, found.handoff.team)) throw new UnknownHandoffError(handoffId)

    const now = clock()
    const held = checkHeld(found, agent, now)
    const changes = decide(held, now)
    const committed: Committed = changes.length > 0 ? await transactions.commit(attemptId, changes) : { ok: true }
    if (committed.ok) return { ...held, repeated: false }
    if (refusedKinds(committed).includes('write-seen')) return { ...held, repeated: true }
  }
  throw new HandoffBusyError(handoffId, rounds)
}

/** The fence of everything an agent writes: still this agent's, in this epoch, and not past the lease. */
export const heldFence = ({ state }: HeldHandoff, now: number): Pick<ThreadPatch, 'expect' | 'expectAbove'> => ({
  expect: { status: 'claimed', epoch: state.epoch, agentId: state.agentId },
  ...(state.acceptedAt === undefined && { expectAbove: { leaseUntil: now } }),
})

/** Unless it was accepted before, the lease and its entry end here. */
export const endLease = ({ state }: Pick<HeldHandoff, 'state'>): readonly Change[] =>
  state.acceptedAt === undefined
    ? [
        {
          kind: 'lease-ended',
          lease: {
            team: state.team,
            leaseUntil: state.leaseUntil,
            conversationId: state.conversationId,
            epoch: state.epoch,
          },
        },
      ]
    : []

/** The handoff's entry for a line, always at the conversation's own place. */
export const entryOf = (handoff: Handoff, team: string, epoch: number, teamSince = handoff.teamSince): LineEntry => ({
  team,
  teamSince,
  epoch,
  threadId: handoff.threadId,
  conversationId: handoff.conversationId,
  handoffId: handoff.id,
  startedAt: handoff.startedAt,
  ...(handoff.headStartMs !== undefined && { headStartMs: handoff.headStartMs }),
  handedOffAt: handoff.openedAt,
  kind: handoff.kind,
  trigger: handoff.trigger,
  reason: handoff.reason,
  ...(handoff.topic !== undefined && { topic: handoff.topic }),
  ...(handoff.firstClaimedAt !== undefined && { firstClaimedAt: handoff.firstClaimedAt }),
  facts: recordedFacts(handoff),
})
