import type { Change, Transactions } from '#shared/handoff/change.ts'

/** What may happen around a commit: another writer before it, a lost answer after it. */
export interface HookedTransactions extends Transactions {
  beforeCommit?: ((attemptId: string, changes: readonly Change[]) => void | Promise<void>) | undefined
  /** Only after a commit that went through. */
  afterCommit?: ((attemptId: string, changes: readonly Change[]) => void | Promise<void>) | undefined
}

export const hookedTransactions = (inner: Transactions): HookedTransactions => {
  const transactions: HookedTransactions = {
    commit: async (attemptId, changes) => {
      await transactions.beforeCommit?.(attemptId, changes)
      const answer = await inner.commit(attemptId, changes)
      if (answer.ok) await transactions.afterCommit?.(attemptId, changes)
      return answer
    },
  }
  return transactions
}
