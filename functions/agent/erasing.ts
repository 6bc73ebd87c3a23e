import { type DynamoTable, dynamoTable } from '#shared/aws/dynamo-table.ts'
import { dynamoErasedPeople } from '#shared/customer/dynamo-erased-people.ts'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { dynamoErasureLedger } from '#shared/handoff/dynamo-erasure-ledger.ts'
import { type EraseCustomerPorts, eraseCustomer } from '#shared/handoff/erase-customer.ts'
import type { Erasing } from '#shared/handoff/erasure.ts'

export type ErasingPorts = Omit<EraseCustomerPorts, 'erasure' | 'erasures' | 'erased'>

export const openErasing = (table: DynamoTable, ports: ErasingPorts): Erasing => {
  const erasures = dynamoErasureLedger(table)
  const all = { ...ports, erasures, erasure: dynamoErasure(table), erased: dynamoErasedPeople(table) }
  return { erase: (customerId) => eraseCustomer(all, customerId), read: erasures.read }
}

/** In a chunk of its own, with a client of its own: of a door's runs few have to do with erasing. */
export const openErasingOf = (tableName: string, ports: ErasingPorts): Erasing =>
  openErasing(dynamoTable(tableName), ports)
