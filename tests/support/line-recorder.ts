import type { Change, EntryRef, Transactions } from '#shared/handoff/change.ts'
import { inLineOrder, type LineEntry } from '#shared/line/line-entry.ts'
import type { LineReader } from '#shared/line/line-reader.ts'

/** One stay in a line: surely there from `from` (its commit was answered) to `to` (the commit that ended it was begun). */
interface Stay {
  entry?: LineEntry
  from: number
  to: number
}

interface Taken {
  readonly entry: EntryRef
  readonly agentId: string
  /** The claim's last read of the line, in ticks of the recorder. */
  readonly read: { readonly from: number; readonly to: number }
}

export interface LineRecorder {
  readonly taken: readonly Taken[]
  /** The ports of one claimer, who does one thing after the other. */
  watch<P extends { readonly line: LineReader; readonly transactions: Transactions }>(ports: P): P
  /** Claims that passed over somebody who surely stood before them in the line all through their last read. */
  passedOver(): readonly string[]
}

const stayOf = ({ team, conversationId, epoch }: EntryRef): string => `${team}#${conversationId}#${epoch}`

/**
 * Watches every claimer of one program. Its ticks follow real time, so what is surely before is before in every
 * linearisation: an order that this finds wrong is wrong however the table ordered the commits.
 */
export const lineRecorder = (): LineRecorder => {
  const stays = new Map<string, Stay>()
  const taken: Taken[] = []
  let now = 0
  const tick = () => {
    now += 1
    return now
  }
  const stay = (entry: EntryRef): Stay => {
    const found = stays.get(stayOf(entry)) ?? { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY }
    stays.set(stayOf(entry), found)
    return found
  }
  const note = (changes: readonly Change[], begun: number, answered: number, read: Taken['read'] | undefined) => {
    const claim = changes.find((change) => change.kind === 'claim-recorded')
    for (const change of changes) {
      if (change.kind === 'line-entered') Object.assign(stay(change.entry), { entry: change.entry, from: answered })
      if (change.kind !== 'line-left') continue
      stay(change.entry).to = begun
      if (claim?.kind === 'claim-recorded' && read) taken.push({ entry: change.entry, agentId: claim.agentId, read })
    }
  }

  return {
    taken,
    watch: (ports) => {
      let read: Taken['read'] | undefined
      return {
        ...ports,
        line: {
          ...ports.line,
          head: async (team, clock) => {
            const from = tick()
            const head = await ports.line.head(team, clock)
            read = { from, to: tick() }
            return head
          },
        },
        transactions: {
          commit: async (attemptId, changes) => {
            const begun = tick()
            const committed = await ports.transactions.commit(attemptId, changes)
            if (committed.ok) note(changes, begun, tick(), read)
            return committed
          },
        },
      }
    },
    passedOver: () =>
      taken.flatMap(({ entry, agentId, read }) =>
        [...stays.values()]
          .filter((other) => other.entry?.team === entry.team && inLineOrder(other.entry, entry) < 0)
          .filter(({ from, to }) => from < read.from && to > read.to)
          .map((other) => `${agentId} took ${entry.startedAt} before ${other.entry?.startedAt}`),
      ),
  }
}
