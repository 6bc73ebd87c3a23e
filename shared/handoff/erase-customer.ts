import type { ThreadState } from '../thread/thread-state.ts'
import type { Change, Transactions } from './change.ts'
import { ErasureBusyError } from './errors.ts'
import type { HandoffReader } from './handoff-reader.ts'
import { endLease, entryOf } from './held-handoff.ts'

/** What erasing needs beyond reading: finding everything of a customer, and deleting it for good. */
export interface ErasureStore {
  /** Threads with a record of this customer, through an index: eventually consistent. */
  threadsOf(customerId: string): Promise<readonly string[]>
  /** Strongly consistent. */
  readState(threadId: string): Promise<ThreadState | undefined>
  /**
   * Deletes all records of a thread, its state last, since the state is what the others are found by.
   * @returns false when somebody wrote to the thread meanwhile: then the state, and what is new, is still there.
   */
  eraseThread(threadId: string, seen: ThreadState | undefined): Promise<boolean>
  eraseProfile(customerId: string): Promise<void>
}

export interface EraseCustomerPorts {
  readonly erasure: ErasureStore
  readonly handoffs: HandoffReader
  readonly transactions: Transactions
  readonly clock: () => number
}

const rounds = 6

/** Out of the line and out of the agent's hands, so that nobody meets a conversation that is half gone. */
const withdrawChanges = async (
  { handoffs, clock }: EraseCustomerPorts,
  state: ThreadState,
): Promise<readonly Change[]> => {
  if (state.status !== 'waiting' && state.status !== 'claimed') return []
  const { threadId, status, epoch, handoffId, team } = state
  const handoff = (await handoffs.read(handoffId))?.handoff
  if (!handoff) return []
  const left: readonly Change[] =
    state.status === 'waiting'
      ? [{ kind: 'line-left', entry: entryOf(handoff, team, epoch) }]
      : [...endLease({ handoff, state }), { kind: 'agent-freed', agentId: state.agentId, handoffId, at: clock() }]
  return [
    ...left,
    {
      kind: 'thread-changed',
      threadId,
      patch: {
        expect: { status, epoch, handoffId },
        set: { status: 'closed', epoch: epoch + 1 },
        remove: ['team', 'handoffId', 'agentId', 'leaseUntil', 'acceptedAt', 'lastAgentAt', 'timerAt'],
      },
    },
  ]
}

const eraseThread = async (ports: EraseCustomerPorts, threadId: string): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const state = await ports.erasure.readState(threadId)
    const changes = state ? await withdrawChanges(ports, state) : []
    if (changes.length > 0) {
      await ports.transactions.commit(`erasure#${threadId}#${state?.epoch}`, changes)
      continue
    }
    if (await ports.erasure.eraseThread(threadId, state)) return
  }
  throw new ErasureBusyError(rounds)
}

/**
 * Erases a customer everywhere: the profile and all their threads, with every message, handoff and conversation.
 * Idempotent: a second call finishes what a first one left. Marks of deliveries stay; they are hashes.
 * @throws ErasureBusyError when the customer writes faster than they are erased.
 */
export const eraseCustomer = async (ports: EraseCustomerPorts, customerId: string): Promise<void> => {
  await ports.erasure.eraseProfile(customerId)
  for (const threadId of await ports.erasure.threadsOf(customerId)) await eraseThread(ports, threadId)
}
