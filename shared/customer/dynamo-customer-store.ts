import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import {
  customerKey,
  customerResolvedKey,
  customerSenderKey,
  customerSpendingKey,
  identityKey,
  senderPrefix,
} from '../aws/dynamo-keys.ts'
import { getAll, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { Customer, CustomerStore } from './customer.ts'
import { replaceProfile } from './dynamo-profile.ts'
import type { Identity } from './identity.ts'
import type { KnownSender } from './known-sender.ts'
import type { ResolvedSender } from './resolver.ts'
import type { SenderSpending } from './spending.ts'

const knownOf = (item: Record<string, unknown>): KnownSender => withoutKeys<KnownSender>(item)

/** Of use a while longer, should nobody answer. */
const staleMs = 7 * 86_400_000

const resolvedOf = (item: Record<string, unknown>): ResolvedSender => {
  const { customerId, ...resolved } = withoutKeys<ResolvedSender & { readonly customerId?: string }>(item)
  return resolved
}

const keyOf = ({ what, value }: Identity) => (what === 'customer' ? customerKey(value) : identityKey(what, value))

export const dynamoCustomerStore = (table: DynamoTable): CustomerStore => ({
  read: async (id) => {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': customerKey(id).pk },
      }),
    )
    const at = (sk: string) => Items.find((item) => item.sk === sk)
    const profile = at(customerKey(id).sk)
    const [hour, day] = [at(customerSpendingKey(id, 'hour').sk), at(customerSpendingKey(id, 'day').sk)]
    const resolved = at(customerResolvedKey(id).sk)
    const known = Items.filter(({ sk }) => String(sk).startsWith(senderPrefix)).map((item) => knownOf(item))
    return {
      ...(profile && { customer: withoutKeys<Customer>(profile) }),
      ...(hour && { spending: withoutKeys<SenderSpending>(hour) }),
      ...(day && { daySpending: withoutKeys<SenderSpending>(day) }),
      ...(known.length > 0 && { known }),
      ...(resolved && { resolved: resolvedOf(resolved) }),
    }
  },

  keepResolved: async (id, { until, asked, customer }) => {
    const key = customerResolvedKey(id)
    // By the customer's id it is found when they are erased.
    const whose = customer && { customer, customerId: customer.id }
    const Item = { ...key, until, ...(asked && { asked }), ...whose, ttl: Math.ceil((until + staleMs) / 1_000) }
    await table.client.send(new PutCommand({ TableName: table.name, Item }))
  },

  find: async (identities) => {
    // Half the price; whoever was named a moment ago is found a moment later.
    const items = await getAll(table, identities.map(keyOf), { strongly: false })
    return identities.flatMap((identity) => {
      const { pk } = keyOf(identity)
      const item = items.find((one) => one.pk === pk)
      return item ? [{ identity, customer: withoutKeys<Customer>(item) }] : []
    })
  },

  remember: async (id, sender) => {
    const { channel, account, ...told } = sender
    const key = customerSenderKey(id, channel, account)
    const Item = { ...key, channel, account, ...told, ttl: Math.ceil(sender.until / 1_000) }
    await table.client.send(new PutCommand({ TableName: table.name, Item }))
  },

  write: async (customer) => (await replaceProfile(table, customer.id, customer)) ?? customer,
})
