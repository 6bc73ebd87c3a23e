import type { AttachmentStore } from '../attachment/attachment-store.ts'
import { type ErasedPeople, identityHash, personHash } from '../customer/erased-people.ts'
import type { Identity } from '../customer/identity.ts'
import type { Log } from '../log/log.ts'
import type { Transactions } from './change.ts'
import { eraseThread } from './erase-thread.ts'
import {
  addedCounts,
  countOf,
  type ErasedCounts,
  type ErasureLedger,
  type ErasureReceipt,
  lookAgainMs,
  type OwedErasure,
  owedErasure,
  receiptOf,
  settledMs,
} from './erasure.ts'
import type { PartOfThread, ThreadContents } from './whose-words.ts'

/** What erasing needs beyond reading: finding everything of a customer, and deleting it for good. */
export interface ErasureStore {
  /** Ids that channels know them by, and what is vouched for of them. */
  peopleOf(customerId: string): Promise<{ readonly ids: readonly string[]; readonly identities: readonly Identity[] }>
  /** Those of the ids that the company gave no profile: one with a profile is another customer's. */
  withoutProfile(ids: readonly string[]): Promise<readonly string[]>
  /** Threads with a record of this customer, through an index: eventually consistent. */
  threadsOf(customerId: string): Promise<readonly string[]>
  /** Strongly consistent. */
  readThread(threadId: string): Promise<ThreadContents>
  /**
   * Deletes all records of a thread, its state last, since the state is what the others are found by.
   * @returns false when somebody wrote to the thread meanwhile: then the state, and what is new, is still there.
   */
  eraseThread(seen: Pick<ThreadContents, 'threadId' | 'state'>): Promise<boolean>
  /**
   * Takes words and names out of records that stay.
   * @returns false when somebody wrote to the thread meanwhile.
   */
  emptyPart(seen: ThreadContents, part: PartOfThread, attemptId: string): Promise<boolean>
  /** The profile, if it was written by then, and what finds it; how many records that were. */
  eraseProfile(customerId: string, until: number): Promise<number>
  /** What providers and the resolver told of a sender, and what the model was called for; a profile under their id stays. */
  eraseSender(senderId: string): Promise<number>
}

export interface Pictures {
  /** All of them, also those that are being taken; how many are gone. Idempotent; throws while one is left. */
  forget(): Promise<number>
}

export interface EraseCustomerPorts {
  readonly erasure: ErasureStore
  readonly erasures: ErasureLedger
  readonly erased: Pick<ErasedPeople, 'mark'>
  readonly transactions: Transactions
  /** Absent where no channel has files that are kept. */
  readonly attachments?: Pick<AttachmentStore, 'erase'>
  /** Whatever else quotes threads: reports, exports. How many of them are gone. @default nothing does */
  readonly quoting?: readonly ((threadIds: readonly string[]) => Promise<number>)[]
  /** Pictures of the table as it was, which are forgotten once it is another one. @default there are none */
  readonly pictures?: Pictures | undefined
  readonly log: Log
  readonly clock: () => number
  readonly newId: () => string
}

interface Looked {
  readonly erased: ErasedCounts
  readonly people: readonly string[]
  readonly threadIds: readonly string[]
}

const eachOf = async <T, R>(all: Iterable<T>, act: (one: T) => Promise<R>): Promise<readonly R[]> => {
  const results: R[] = []
  for (const one of all) results.push(await act(one))
  return results
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)

/** By whatever they are known: who is found under one name may be found under another by it. */
const findThreads = async ({ erasure }: EraseCustomerPorts, ids: Iterable<string>): Promise<readonly string[]> =>
  (await eachOf(ids, (id) => erasure.threadsOf(id))).flat()

interface Threads {
  readonly threadIds: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  readonly erased: readonly ErasedCounts[]
  readonly newer: ReadonlySet<string>
}

/** Their threads, and those of whoever is found on them under another name, until nobody new is. */
const eraseThreads = async (ports: EraseCustomerPorts, facts: Looking, ids: Iterable<string>): Promise<Threads> => {
  const [known, threadIds, newer] = [new Set(facts.known), new Set<string>(), new Set<string>()]
  const erased: ErasedCounts[] = []
  let left = [...new Set(ids)]
  while (left.length > 0) {
    // While the threads are still found: reports quote their customers' words.
    const reports = await eachOf(ports.quoting ?? [], (forget) => forget(left))
    const threads = await eachOf(left, (threadId) => eraseThread(ports, { threadId, known, until: facts.until }))
    erased.push(addedCounts([...threads.map((one) => one.erased), { reports: sumOf(reports) }]))
    for (const id of left) threadIds.add(id)
    for (const id of threads.flatMap((one) => [...one.newer])) newer.add(id)
    const met = [...new Set(threads.flatMap(({ names }) => [...names]))].filter((id) => !known.has(id))
    const theirs = await ports.erasure.withoutProfile(met)
    for (const id of met) known.add(id)
    left = [...new Set(await findThreads(ports, theirs))].filter((id) => !threadIds.has(id))
  }
  return { threadIds, known, erased, newer }
}

interface Looking {
  readonly known: ReadonlySet<string>
  readonly until: number
}

/** Everything that is theirs until then, wherever it is; in an order that may be stopped anywhere and begun again. */
const look = async (ports: EraseCustomerPorts, owed: OwedErasure, until: number): Promise<Looked> => {
  const { erasure, erased } = ports
  const { ids, identities } = await erasure.peopleOf(owed.whom)
  const known = new Set([...owed.people, ...ids])
  await erased.mark([...[...known].map(personHash), ...identities.map(identityHash)], owed.at)
  const found = await findThreads(ports, known)
  const threads = await eraseThreads(ports, { known, until }, [...owed.threadIds, ...found])
  await erased.mark([...threads.known].filter((id) => !known.has(id)).map(personHash), owed.at)
  const idle = [...threads.known].filter((id) => !threads.newer.has(id))
  const senders = await eachOf(idle, (id) => erasure.eraseSender(id))
  const profiles = (await erasure.eraseProfile(owed.whom, until)) + sumOf(senders)
  const all = addedCounts([...threads.erased, { profiles }])
  // Last: a picture that was taken meanwhile holds what was being erased.
  const isOutdated = owed.looks === 0 || countOf(all) > 0
  const exports = (isOutdated && (await ports.pictures?.forget())) || 0
  return {
    erased: addedCounts([all, { exports }]),
    people: [...threads.known],
    threadIds: [...threads.threadIds],
  }
}

const looked = (owed: OwedErasure, { erased, people, threadIds }: Looked): OwedErasure => ({
  ...{ ...owed, people, threadIds },
  looks: owed.looks + 1,
  erased: addedCounts([owed.erased, erased]),
})

const told = ({ log }: EraseCustomerPorts, { id, looks }: OwedErasure, erased: ErasedCounts): void => {
  const { files, reports, exports } = erased
  log({
    event: 'customer.erased',
    erasureId: id,
    look: looks,
    records: countOf(erased) - files - reports - exports,
    files,
    reports,
    exports,
  })
}

/**
 * Erases a customer everywhere: the profile, what it is found by, and all their threads, with every message and file,
 * handoff and conversation; where others write on a thread, only what is theirs. What is owed is noted before anything is
 * done: should this end in the middle, the second look does the rest.
 * @throws ErasureBusyError when the customer writes faster than they are erased.
 */
export const eraseCustomer = async (ports: EraseCustomerPorts, customerId: string): Promise<ErasureReceipt> => {
  const owed = owedErasure(ports.newId(), customerId, ports.clock())
  await ports.erasures.keep(owed)
  const first = await look(ports, owed, Number.POSITIVE_INFINITY)
  const after = looked(owed, first)
  await ports.erasures.keep(after, owed)
  told(ports, after, first.erased)
  return receiptOf(after)
}

/** What was under way, in a queue, or not in the index yet when they were erased. Until nothing is found any more. */
export const lookAgain = async (ports: EraseCustomerPorts, owed: OwedErasure): Promise<ErasureReceipt> => {
  const again = await look(ports, owed, owed.at)
  const after = looked(owed, again)
  const [now, settledAt] = [ports.clock(), owed.at + settledMs]
  const isNothing = owed.looks > 0 && countOf(again.erased) === 0
  if (isNothing && now >= settledAt) {
    const receipt = await ports.erasures.finish({ ...after, due: owed.due }, ports.clock())
    ports.log({ event: 'erasure.verified', erasureId: owed.id, looks: after.looks })
    return receipt
  }
  const next = { ...after, due: isNothing ? settledAt : now + lookAgainMs }
  await ports.erasures.keep(next, owed)
  told(ports, next, again.erased)
  return receiptOf(next)
}
