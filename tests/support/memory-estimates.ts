import { estimatesKey } from '#shared/aws/dynamo-keys.ts'
import type { EstimateStore } from '#shared/handoff/estimates/estimate-store.ts'
import type { MemoryTable } from './memory-table.ts'

export const memoryEstimates = (table: MemoryTable): EstimateStore => ({
  read: async () => table.get(estimatesKey),
  write: async (estimates) => table.put(estimatesKey, estimates),
})
