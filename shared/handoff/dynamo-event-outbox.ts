import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { eventKey, eventList, type Key, listsIndex, timeKey } from '../aws/dynamo-keys.ts'
import { getAll } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { EventOutbox } from './event-outbox.ts'
import type { HandoffEvent } from './handoff-event.ts'

export const dynamoEventOutbox = (table: DynamoTable): EventOutbox => ({
  owed: async (before, limit) => {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: listsIndex,
        KeyConditionExpression: 'listKey = :list AND listSort <= :to',
        // A listing place is a time and an id: "~" sorts after every id of that time.
        ExpressionAttributeValues: { ':list': eventList, ':to': `${timeKey(before)}~` },
        Limit: limit,
      }),
    )
    const keys = Items.map(({ pk, sk }): Key => ({ pk: String(pk), sk: String(sk) }))
    // The index may still show what is settled.
    const found = new Map((await getAll(table, keys)).map((item) => [String(item.pk), item.event as HandoffEvent]))
    return keys.flatMap(({ pk }) => found.get(pk) ?? [])
  },

  settle: async ({ id }) => {
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: eventKey(id) }))
  },
})
