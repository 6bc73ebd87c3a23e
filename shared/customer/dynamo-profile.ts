import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { customerKey, identityKey } from '../aws/dynamo-keys.ts'
import { withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { Customer } from './customer.ts'
import { CustomerBusyError, IdentityTakenError } from './errors.ts'
import { type Identity, identitiesIn, sameIdentity } from './identity.ts'

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

interface Part {
  readonly item: TransactItem
  /** Of an identity: its name. The profile has none. */
  readonly what?: string
}

const rounds = 6

const unchangedSince = (was: Customer | undefined) =>
  was
    ? { ConditionExpression: 'updatedAt = :was', ExpressionAttributeValues: { ':was': was.updatedAt } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }

const nobodyElses = (id: string) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR id = :id',
  ExpressionAttributeValues: { ':id': id },
})

/** What finds a customer holds the whole profile: a turn reads it beside the thread, and nothing after it. */
const partsOf = (TableName: string, id: string, was: Customer | undefined, next: Customer | undefined): Part[] => {
  const keyOf = ({ what, value }: Identity) => ({ ...identityKey(what, value) })
  const found = identitiesIn(next?.verified)
  const lost = identitiesIn(was?.verified).filter((one) => !found.some((other) => sameIdentity(one, other)))
  const own = { TableName, ...unchangedSince(was) }
  return [
    {
      item: next
        ? { Put: { ...own, Item: { ...customerKey(id), ...next } } }
        : { Delete: { ...own, Key: { ...customerKey(id) } } },
    },
    ...found.map((one) => ({
      what: one.what,
      item: { Put: { TableName, Item: { ...keyOf(one), ...next }, ...nobodyElses(id) } },
    })),
    ...lost.map((one) => ({ what: one.what, item: { Delete: { TableName, Key: keyOf(one), ...nobodyElses(id) } } })),
  ]
}

const takenOf = (parts: readonly Part[], { CancellationReasons = [] }: TransactionCanceledException) =>
  parts.flatMap(({ what }, index) =>
    what !== undefined && CancellationReasons[index]?.Code === 'ConditionalCheckFailed' ? [what] : [],
  )

/**
 * A profile and all that finds it, written or deleted together or not at all, so that no identity leads to a customer who
 * has it no more.
 * @throws IdentityTakenError | CustomerBusyError
 */
export const replaceProfile = async (
  { client, name }: DynamoTable,
  id: string,
  wanted: Customer | undefined,
): Promise<Customer | undefined> => {
  const { pk, sk } = customerKey(id)
  for (let round = 1; round <= rounds; round += 1) {
    const { Items: [item] = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      }),
    )
    const was = item && withoutKeys<Customer>(item)
    if (!was && !wanted) return undefined
    // Of a later time than the one before: it is what the profile is known again by.
    const next = wanted && { ...wanted, updatedAt: Math.max(wanted.updatedAt, (was?.updatedAt ?? -1) + 1) }
    const parts = partsOf(name, id, was, next)
    try {
      await client.send(new TransactWriteCommand({ TransactItems: parts.map((part) => part.item) }))
      return next
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const taken = takenOf(parts, error)
      if (taken.length > 0) throw new IdentityTakenError(taken)
    }
  }
  throw new CustomerBusyError(rounds)
}
