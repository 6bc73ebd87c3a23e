import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { eventKey, eventPks, timeKey } from '../aws/dynamo-keys.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { EventOutbox } from './event-outbox.ts'
import type { HandoffEvent } from './handoff-event.ts'

export const dynamoEventOutbox = (table: DynamoTable): EventOutbox => {
  const owedIn = async (pk: string, before: number, limit: number): Promise<readonly HandoffEvent[]> => {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk <= :to',
        // A place is a time and an id: "~" sorts after every id of that time.
        ExpressionAttributeValues: { ':pk': pk, ':to': `${timeKey(before)}~` },
        Limit: limit,
      }),
    )
    return Items.map(({ event }) => event as HandoffEvent)
  }

  return {
    owed: async (before, limit) => {
      const found = await Promise.all(eventPks.map((pk) => owedIn(pk, before, limit)))
      // ISO times of one zone and length sort as what they say.
      return found
        .flat()
        .sort((one, other) => (one.at < other.at ? -1 : 1))
        .slice(0, limit)
    },

    settle: async ({ id, at }) => {
      const Key = eventKey({ id, at: Date.parse(at) })
      await table.client.send(new DeleteCommand({ TableName: table.name, Key }))
    },
  }
}
