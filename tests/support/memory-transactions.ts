import type { Change, Committed, Refusal, Transactions } from '#shared/handoff/change.ts'
import { stepOf, unlistedKey } from './memory-change.ts'
import type { MemoryTable } from './memory-table.ts'

const recordLimit = 100

export const memoryTransactions = (table: MemoryTable): Transactions => {
  const commit = (attemptId: string, changes: readonly Change[]): Committed => {
    const steps = changes.map((change) => stepOf(change, attemptId))
    const keys = new Set(steps.map(({ key }) => `${key.pk}\n${key.sk}`))
    if (keys.size < steps.length) throw new Error('a transaction cannot write the same record twice')
    if (steps.length > recordLimit) throw new Error(`a transaction holds at most ${recordLimit} records`)

    const refusals = steps.flatMap(({ key, holds }, index): Refusal[] => {
      const existing = table.get(key)
      const kind = changes[index]?.kind
      if (holds(existing) || kind === undefined) return []
      return [{ kind, index, ...(existing && { existing }) }]
    })
    if (refusals.some(({ existing }) => existing?.attemptId === attemptId)) return { ok: true }
    if (refusals.length > 0) return { ok: false, refusals }

    for (const { key, next } of steps) {
      const record = next(table.get(key))
      if (record) table.put(key, record)
      else table.remove(key)
    }
    for (const change of changes)
      if (change.kind === 'message-added' && change.unlisted) table.put(unlistedKey(change.message), {})
    return { ok: true }
  }

  return { commit: async (attemptId, changes) => commit(attemptId, changes) }
}
