/** What was deleted, and what was emptied because others wrote beside it, counted by kind. */
export interface ErasedCounts {
  readonly messages: number
  readonly conversations: number
  readonly handoffs: number
  /** Profiles, what finds them, and what is kept of senders. */
  readonly profiles: number
  readonly files: number
  readonly reports: number
  /** Pictures of the whole table, each with everybody in it. */
  readonly exports: number
  /** Everything else of their threads: states, and who else wrote. */
  readonly others: number
}

export const nothingErased: ErasedCounts = {
  messages: 0,
  conversations: 0,
  handoffs: 0,
  profiles: 0,
  files: 0,
  reports: 0,
  exports: 0,
  others: 0,
}

const kinds = Object.keys(nothingErased) as readonly (keyof ErasedCounts)[]

export const addedCounts = (all: readonly Partial<ErasedCounts>[]): ErasedCounts =>
  Object.fromEntries(
    kinds.map((kind) => [kind, all.reduce((sum, one) => sum + (one[kind] ?? 0), 0)]),
  ) as unknown as ErasedCounts

export const countOf = (counts: ErasedCounts): number => kinds.reduce((sum, kind) => sum + counts[kind], 0)

/** An erasure that is looked at once more: the only place that still names whom it is about. */
export interface OwedErasure {
  readonly id: string
  /** The customer's id; not under the name by which records are listed. */
  readonly whom: string
  /** Words from here on are another customer's. */
  readonly at: number
  /** When somebody looks again. */
  readonly due: number
  readonly looks: number
  readonly erased: ErasedCounts
  /** Ids that the customer was known by. */
  readonly people: readonly string[]
  readonly threadIds: readonly string[]
}

/** What is left of it: no name, no id, no word. */
export interface ErasureReceipt {
  readonly id: string
  readonly at: number
  readonly erased: ErasedCounts
  readonly looks: number
  /** Since when nothing was found any more; absent until then. */
  readonly verifiedAt?: number
  /** When it is looked at next. */
  readonly due?: number
}

/** Longer than a turn that was under way, and than an index lags. */
export const lookAgainMs = 300_000
/** Longer than any door runs: what one had read before, such as a week's report, is written by then. */
export const settledMs = 960_000

export const owedErasure = (id: string, whom: string, at: number): OwedErasure => ({
  ...{ id, whom, at, due: at + lookAgainMs, looks: 0, erased: nothingErased },
  people: [whom],
  threadIds: [],
})

export const receiptOf = ({ id, at, erased, looks, due }: OwedErasure): ErasureReceipt => ({
  ...{ id, at, erased, looks, due },
})

/** Keeps what is owed until nothing is found any more, and then that it was done. */
export interface ErasureLedger {
  /** What is owed, as it is now; it had been due then. */
  keep(owed: OwedErasure, before?: Pick<OwedErasure, 'due'>): Promise<void>
  /** The oldest few that are due. */
  due(now: number): Promise<readonly OwedErasure[]>
  /** Forgets whom it was about. */
  finish(owed: OwedErasure, verifiedAt: number): Promise<ErasureReceipt>
  read(id: string): Promise<ErasureReceipt | undefined>
}

/** Erases, and tells what became of it. */
export interface Erasing {
  erase(customerId: string): Promise<ErasureReceipt>
  read(id: string): Promise<ErasureReceipt | undefined>
}

/** What no erasure reaches, and how long it lasts. */
export interface Remainder {
  readonly what: string
  readonly untilDays: number
}

const backupDays = 35
const queueDays = 28
const markDays = 60

export const remainders: readonly Remainder[] = [
  { what: 'point-in-time backups of the table, which nobody reads unless one is restored', untilDays: backupDays },
  { what: 'messages in queues and dead letters, which are dropped when they are handled', untilDays: queueDays },
  { what: 'hashes of what the customer was known by, so that such messages are known', untilDays: markDays },
]
