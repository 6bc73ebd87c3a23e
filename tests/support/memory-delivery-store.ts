import { messageKey, stateKey } from '#shared/aws/dynamo-keys.ts'
import type { DeliveryStore } from '#shared/thread/delivery-store.ts'
import { type Message, reportableFrom } from '#shared/thread/message.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'
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
  report: async ({ threadId, at, id, to, cause, asTemplate }) => {
    const key = messageKey(threadId, at, id)
    const found = table.get<Message>(key)
    if (!found?.delivery || !reportableFrom[to].includes(found.delivery)) return false
    if (found.asTemplate && !asTemplate) return false
    table.put(key, { ...found, delivery: to, ...(cause && { deliveryCause: cause }) })
    return true
  },
  reopen: async ({ threadId, at, id }) => {
    const key = messageKey(threadId, at, id)
    const found = table.get<Message>(key)
    const reopens = found?.delivery && reportableFrom.failed.includes(found.delivery) && !found.asTemplate
    if (found && reopens) {
      const { partsSent: _, ...rest } = found
      table.put(key, { ...rest, delivery: 'pending', asTemplate: true })
      table.remove(unlistedKey(found))
    }
    const message = table.get<Message>(key)
    const state = table.get<ThreadState>(stateKey(threadId))
    return message?.asTemplate && message.delivery === 'pending' && state
      ? { address: state.address, message }
      : undefined
  },
  reach: async ({ threadId, at, id }, partsSent) => {
    const key = messageKey(threadId, at, id)
    const found = table.get<Message>(key)
    if (found?.delivery === 'pending') table.put(key, { ...found, partsSent })
  },
  watch: async (message) => table.remove(unlistedKey(message)),
})
