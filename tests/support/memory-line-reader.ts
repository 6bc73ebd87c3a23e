import { leasePrefix, linePk, waitingPrefix } from '#shared/aws/dynamo-keys.ts'
import { type Lease, type LineEntry, waitingSince } from '#shared/line/line-entry.ts'
import type { LineReader } from '#shared/line/line-reader.ts'
import type { MemoryTable } from './memory-table.ts'

/** As many leases as the table's one read of the head can carry: the rest comes with the next read. */
const leasesInOneRead = 25

export const memoryLineReader = (table: MemoryTable): LineReader => {
  const waiting = (team: string) => table.query<LineEntry>(linePk(team), waitingPrefix)

  return {
    head: async (team, clock) => {
      const all = table.query<Lease>(linePk(team), leasePrefix).map(({ fields }) => fields)
      const leases = all.slice(0, leasesInOneRead)
      const now = clock()
      const expired = leases.filter(({ leaseUntil }) => leaseUntil <= now)
      const running = leases.slice(expired.length)
      const [first] = waiting(team)
      return { expired, running, ...(first && { first: first.fields }) }
    },
    list: async (team, { limit, after = '' }) => {
      const rows = waiting(team).filter(({ sk }) => sk > after)
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        entries: page.map(({ fields }) => fields),
        ...(rows.length > limit && last && { next: last.sk }),
      }
    },
    countWaiting: async (team, limit) => Math.min(limit, waiting(team).length),
    measure: async (team, limit) => {
      const measured = waiting(team).slice(0, limit)
      if (measured.length === 0) return { waiting: 0 }
      return { waiting: measured.length, since: Math.min(...measured.map(({ fields }) => waitingSince(fields))) }
    },
  }
}
