import { customerKey } from '#shared/aws/dynamo-keys.ts'
import type { Customer, CustomerStore } from '#shared/customer/customer.ts'
import type { MemoryTable } from './memory-table.ts'

export const memoryCustomerStore = (table: MemoryTable): CustomerStore => ({
  read: async (id) => table.get<Customer>(customerKey(id)),
  write: async (customer) => table.put(customerKey(customer.id), customer),
})
