import type { ErasedPeople } from '#shared/customer/erased-people.ts'
import { type ErasureLedger, type ErasureReceipt, type OwedErasure, receiptOf } from '#shared/handoff/erasure.ts'

export const memoryErasedPeople = (): ErasedPeople => {
  const marked = new Map<string, number>()
  return {
    read: async (hashes) => new Map([...marked].filter(([hash]) => hashes.includes(hash))),
    mark: async (hashes, at) => {
      for (const hash of hashes) marked.set(hash, Math.max(at, marked.get(hash) ?? at))
    },
  }
}

/** As many as the table's adapter answers at once. */
const atOnce = 5

export const memoryErasureLedger = (): ErasureLedger => {
  const owed = new Map<string, OwedErasure>()
  const receipts = new Map<string, ErasureReceipt>()
  return {
    keep: async (one) => {
      owed.set(one.id, one)
      receipts.set(one.id, receiptOf(one))
    },
    due: async (now) =>
      [...owed.values()]
        .filter(({ due }) => due <= now)
        .toSorted((one, other) => one.due - other.due)
        .slice(0, atOnce),
    finish: async (one, verifiedAt) => {
      const { due, ...done } = receiptOf(one)
      owed.delete(one.id)
      receipts.set(one.id, { ...done, verifiedAt })
      return { ...done, verifiedAt }
    },
    read: async (id) => receipts.get(id),
  }
}
