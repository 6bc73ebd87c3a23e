import { type AttachmentStore, attachmentKey, threadPrefix } from '../attachment/attachment-store.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import type { Change, Transactions } from './change.ts'
import type { ErasureStore } from './erase-customer.ts'
import { addedCounts, type ErasedCounts, nothingErased } from './erasure.ts'
import { ErasureBusyError } from './errors.ts'
import { endLease } from './held-handoff.ts'
import { extentOf, namesOn, type PartOfThread, type ThreadContents } from './whose-words.ts'

export interface EraseThreadPorts {
  readonly erasure: Pick<ErasureStore, 'readThread' | 'eraseThread' | 'emptyPart'>
  readonly transactions: Transactions
  readonly attachments?: Pick<AttachmentStore, 'erase'>
  readonly clock: () => number
  readonly newId: () => string
}

export interface ThreadToErase {
  readonly threadId: string
  /** Ids that the customer is known by. */
  readonly known: ReadonlySet<string>
  /** What they wrote later is another customer's. */
  readonly until: number
}

export interface ErasedThread {
  readonly erased: ErasedCounts
  /** What the channel calls them. */
  readonly names: ReadonlySet<string>
  /** Those of the names that have written since. */
  readonly newer: ReadonlySet<string>
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

const countsOf = ({ messages, conversations, handoffs }: PartOfThread | ThreadContents): Partial<ErasedCounts> => ({
  messages: messages.length,
  conversations: conversations.length,
  handoffs: handoffs.length,
})

/** One round over the whole of a thread; nothing where it has to be read again. */
const eraseWhole = async (ports: EraseThreadPorts, contents: ThreadContents): Promise<ErasedCounts | undefined> => {
  const { threadId, state } = contents
  const changes = state ? withdrawChanges(state, ports.clock()) : []
  if (changes.length > 0) {
    await ports.transactions.commit(`erasure#${threadId}#${state?.epoch}`, changes)
    return undefined
  }
  // Before its records, and again should somebody have written meanwhile: files are found by their thread alone.
  const files = (await ports.attachments?.erase(threadPrefix(threadId))) ?? 0
  if (!(await ports.erasure.eraseThread(contents))) return undefined
  const others = contents.people.length + (state ? 1 : 0)
  return addedCounts([countsOf(contents), { files, others }])
}

const eraseFiles = async (
  { attachments }: EraseThreadPorts,
  threadId: string,
  { messages }: PartOfThread,
): Promise<number> => {
  let files = 0
  for (const { id: messageId, attachments: sent = [] } of messages)
    for (const index of sent.keys())
      files += (await attachments?.erase(attachmentKey({ threadId, messageId, index }))) ?? 0
  return files
}

const erasePart = async (
  ports: EraseThreadPorts,
  contents: ThreadContents,
  part: PartOfThread,
): Promise<ErasedCounts | undefined> => {
  const files = await eraseFiles(ports, contents.threadId, part)
  if (!(await ports.erasure.emptyPart(contents, part, ports.newId()))) return undefined
  return addedCounts([countsOf(part), { files, others: part.people.length }])
}

/** Names that have written since, and whose records are therefore another customer's. */
const newerOn = ({ messages }: ThreadContents, names: ReadonlySet<string>, until: number): ReadonlySet<string> =>
  new Set(messages.flatMap(({ author: { id = '' }, at }) => (at > until && names.has(id) ? [id] : [])))

/**
 * What is theirs on one thread.
 * @throws ErasureBusyError when somebody writes to it faster than it is erased.
 */
export const eraseThread = async (
  ports: EraseThreadPorts,
  { threadId, known, until }: ThreadToErase,
): Promise<ErasedThread> => {
  for (let round = 0; round < rounds; round += 1) {
    const contents = await ports.erasure.readThread(threadId)
    const names = namesOn(contents, known)
    const newer = newerOn(contents, names, until)
    const extent = extentOf(contents, names, until)
    if (extent === 'nothing') {
      // A conversation of which nothing is left has files of a turn that stored nothing.
      const files = contents.records === 0 ? await ports.attachments?.erase(threadPrefix(threadId)) : 0
      return { erased: addedCounts([nothingErased, { files: files ?? 0 }]), names, newer }
    }
    const erased = await (extent === 'whole' ? eraseWhole(ports, contents) : erasePart(ports, contents, extent))
    if (erased) return { erased, names, newer }
  }
  throw new ErasureBusyError(rounds)
}
