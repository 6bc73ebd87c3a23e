import {
  customerKey,
  customerResolvedKey,
  customerSenderKey,
  customerSpendingKey,
  identityKey,
  senderPrefix,
} from '#shared/aws/dynamo-keys.ts'
import type { Customer, CustomerStore } from '#shared/customer/customer.ts'
import { IdentityTakenError } from '#shared/customer/errors.ts'
import { type Identity, identitiesIn } from '#shared/customer/identity.ts'
import type { KnownSender } from '#shared/customer/known-sender.ts'
import type { ResolvedSender } from '#shared/customer/resolver.ts'
import type { SenderSpendings, StepResult } from '#shared/customer/sender-spendings.ts'
import { isCounting, type SenderSpending } from '#shared/customer/spending.ts'
import type { MemoryTable } from './memory-table.ts'

export const memoryCustomerStore = (table: MemoryTable): CustomerStore => ({
  read: async (id) => {
    const customer = table.get<Customer>(customerKey(id))
    const spending = table.get<SenderSpending>(customerSpendingKey(id, 'hour'))
    const daySpending = table.get<SenderSpending>(customerSpendingKey(id, 'day'))
    const known = table.query<KnownSender>(customerKey(id).pk, senderPrefix).map(({ fields }) => fields)
    const resolved = table.get<ResolvedSender>(customerResolvedKey(id))
    return {
      ...(customer && { customer }),
      ...(spending && { spending }),
      ...(daySpending && { daySpending }),
      ...(known.length > 0 && { known }),
      ...(resolved && { resolved }),
    }
  },
  keepResolved: async (id, resolved) => table.put(customerResolvedKey(id), resolved),
  remember: async (id, sender) => table.put(customerSenderKey(id, sender.channel, sender.account), sender),
  find: async (identities) =>
    identities.flatMap((identity) => {
      const { what, value } = identity
      const customer = table.get<Customer>(what === 'customer' ? customerKey(value) : identityKey(what, value))
      return customer ? [{ identity, customer }] : []
    }),
  write: async (wanted) => {
    const was = table.get<Customer>(customerKey(wanted.id))
    const customer = { ...wanted, updatedAt: Math.max(wanted.updatedAt, (was?.updatedAt ?? -1) + 1) }
    const found = identitiesIn(customer.verified)
    const ownerOf = ({ what, value }: Identity) => table.get<Customer>(identityKey(what, value))?.id
    const taken = found.filter((one) => (ownerOf(one) ?? customer.id) !== customer.id)
    if (taken.length > 0) throw new IdentityTakenError(taken.map(({ what }) => what))
    for (const { what, value } of identitiesIn(was?.verified)) table.remove(identityKey(what, value))
    for (const { what, value } of found) table.put(identityKey(what, value), customer)
    table.put(customerKey(customer.id), customer)
    return customer
  },
})

export const memorySenderSpendings = (table: MemoryTable): SenderSpendings => ({
  step: async (senderId, step, period): Promise<StepResult> => {
    const key = customerSpendingKey(senderId, period)
    const existing = table.get<SenderSpending>(key)
    const refused: StepResult = { ok: false, existing }
    if (step.kind === 'begin') {
      if (isCounting(existing, step.now, period)) return refused
      table.put(key, { since: step.now, calls: step.calls })
      return { ok: true }
    }
    if (!existing) return refused
    if (step.kind === 'add' || step.kind === 'call') {
      if (step.kind === 'call' && existing.calls >= step.limit) return refused
      table.put(key, { ...existing, calls: existing.calls + (step.kind === 'add' ? step.calls : 1) })
      return { ok: true }
    }
    if ((existing.handedOff ?? step.threadId) !== step.threadId) return refused
    table.put(key, { ...existing, handedOff: step.threadId })
    return { ok: true }
  },
})
