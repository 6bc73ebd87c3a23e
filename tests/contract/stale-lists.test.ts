import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Key, messageKey, stateKey, timeKey, timerList, undeliveredList } from '#shared/aws/dynamo-keys.ts'
import { dynamoSweepReader } from '#shared/handoff/dynamo-sweep-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const start = 1_700_000_000_000
let dynamo: TestDynamo

beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

/** A thread whose records stand in the lists as an index that lags would still show them. */
const lagging = async () => {
  const table = await dynamo.emptyTable()
  const { state, messages, changes } = waitingConversation({ startedAt: start })
  await dynamoTransactions(table, 0).commit('seed', changes)
  const notice = messages[1]
  if (!notice) throw new Error('the conversation has no notice')

  const change = (Key: Key, fields: Readonly<Record<string, unknown>>) =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...Key },
        UpdateExpression: `SET ${Object.keys(fields).map((name) => `#${name} = :${name}`)}`,
        ExpressionAttributeNames: Object.fromEntries(Object.keys(fields).map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(Object.entries(fields).map(([name, to]) => [`:${name}`, to])),
      }),
    )
  return {
    reader: dynamoSweepReader(table),
    message: (fields: object) => change(messageKey(notice.threadId, notice.at, notice.id), { ...fields }),
    thread: (fields: object) => change(stateKey(state.threadId), { ...fields }),
  }
}

test('a message that the list still shows, and that was sent, is not undelivered', async () => {
  const { reader, message } = await lagging()
  const listed = { listKey: undeliveredList, listSort: timeKey(start) }
  await message({ ...listed, delivery: 'sent' })
  const sent = await reader.undelivered(start, 10)
  await message({ ...listed, delivery: 'pending' })

  expect(sent).toEqual([])
  expect(await reader.undelivered(start, 10)).toHaveLength(1)
})

test('a timer that the list still shows, and that was wound anew, is not due', async () => {
  const { reader, thread } = await lagging()
  const listed = { listKey: timerList, listSort: timeKey(start) }
  await thread({ ...listed, timerAt: start + 1 })
  const rewound = await reader.dueTimers(start, 10)
  await thread({ ...listed, timerAt: start })

  expect(rewound.due).toEqual([])
  expect((await reader.dueTimers(start, 10)).due).toHaveLength(1)
})
