import { messageKey } from '#shared/aws/dynamo-keys.ts'
import type { DeliveryStore } from '#shared/thread/delivery-store.ts'
import { type Message, reportableFrom } from '#shared/thread/message.ts'
import { unlistedKey } from './memory-change.ts'
import type { MemoryTable } from './memory-table.ts'

export const memoryDeliveryStore = (table: MemoryTable): DeliveryStore => ({
  read: async (threadId, at, id) => table.get<Message>(messageKey(threadId, at, id)),
  settle: async ({ threadId, at, id }, to, cause) => {
    const key = messageKey(threadId, at, id)
    const found = table.get<Message>(key)
    if (found?.delivery !== 'pending') return false
    table.put(key, { ...found, delivery: to, ...(cause && { deliveryCause: cause }) })
    return true
  },
  report: async ({ threadId, at, id, to, cause }) => {
    const key = messageKey(threadId, at, id)
    const found = table.get<Message>(key)
    if (!found?.delivery || !reportableFrom[to].includes(found.delivery)) return false
    table.put(key, { ...found, delivery: to, ...(cause && { deliveryCause: cause }) })
    return true
  },
  reach: async ({ threadId, at, id }, partsSent) => {
    const key = messageKey(threadId, at, id)
    const found = table.get<Message>(key)
    if (found?.delivery === 'pending') table.put(key, { ...found, partsSent })
  },
  watch: async (message) => table.remove(unlistedKey(message)),
})
