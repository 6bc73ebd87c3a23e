import { type AttachmentStore, threadPrefix } from '../attachment/attachment-store.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import type { Change, Transactions } from './change.ts'
import { ErasureBusyError } from './errors.ts'
import { endLease } from './held-handoff.ts'

/** What erasing needs beyond reading: finding everything of a customer, and deleting it for good. */
export interface ErasureStore {
  /** Threads with a record of this customer, through an index: eventually consistent. */
  threadsOf(customerId: string): Promise<readonly string[]>
  /** Strongly consistent. */
  readState(threadId: string): Promise<ThreadState | undefined>
  /** What the channel calls those who wrote on it before the one in its state. */
  sendersOf(threadId: string): Promise<readonly string[]>
  /**
   * Deletes all records of a thread, its state last, since the state is what the others are found by.
   * @returns false when somebody wrote to the thread meanwhile: then the state, and what is new, is still there.
   */
  eraseThread(threadId: string, seen: ThreadState | undefined): Promise<boolean>
  /** The profile, what finds it, and what the company's resolver told of it. */
  eraseProfile(customerId: string): Promise<void>
  /** What providers told of a sender, and what the model was called for; a profile under their id stays. */
  eraseSender(senderId: string): Promise<void>
}

export interface EraseCustomerPorts {
  readonly erasure: ErasureStore
  readonly transactions: Transactions
  /** Absent where no channel has files that are kept. */
  readonly attachments?: Pick<AttachmentStore, 'erase'>
  readonly clock: () => number
}

const rounds = 6

/**
 * Out of the line, out of the agent's hands and over, so that nobody meets a conversation that is half gone. From the
 * state alone: an earlier try may have erased the handoff already.
 */
const withdrawChanges = (state: ThreadState, now: number): readonly Change[] => {
  const { threadId, status, epoch } = state
  if (status === 'closed') return []
  return [
    ...(status === 'waiting' ? [{ kind: 'line-left' as const, entry: state }] : []),
    ...(status === 'claimed'
      ? [
          ...endLease({ state }),
          { kind: 'agent-freed' as const, agentId: state.agentId, handoffId: state.handoffId, at: now },
        ]
      : []),
    {
      kind: 'thread-changed',
      threadId,
      patch: {
        expect: { status, epoch },
        set: { status: 'closed', epoch: epoch + 1 },
        remove: ['team', 'handoffId', 'agentId', 'leaseUntil', 'acceptedAt', 'lastAgentAt', 'timerAt'],
      },
    },
  ]
}

const eraseThread = async (ports: EraseCustomerPorts, threadId: string): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const state = await ports.erasure.readState(threadId)
    const changes = state ? withdrawChanges(state, ports.clock()) : []
    if (changes.length > 0) {
      await ports.transactions.commit(`erasure#${threadId}#${state?.epoch}`, changes)
      continue
    }
    // Before its records, and again should somebody have written meanwhile: files are found by their thread alone.
    await ports.attachments?.erase(threadPrefix(threadId))
    const before = await ports.erasure.sendersOf(threadId)
    const senders = state?.senderId === undefined ? before : [...before, state.senderId]
    for (const senderId of senders) await ports.erasure.eraseSender(senderId)
    if (await ports.erasure.eraseThread(threadId, state)) return
  }
  throw new ErasureBusyError(rounds)
}

/**
 * Erases a customer everywhere: the profile, what it is found by, and all their threads, with every message and file, handoff and conversation.
 * Idempotent: a second call finishes what a first one left. Marks of deliveries stay for their 14 days: they hold the delivery’s id and nothing else.
 * @throws ErasureBusyError when the customer writes faster than they are erased.
 */
export const eraseCustomer = async (ports: EraseCustomerPorts, customerId: string): Promise<void> => {
  await ports.erasure.eraseProfile(customerId)
  for (const threadId of await ports.erasure.threadsOf(customerId)) await eraseThread(ports, threadId)
}
