import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transactions } from '#shared/handoff/change.ts'
import { dynamoEventOutbox } from '#shared/handoff/dynamo-event-outbox.ts'
import type { EventOutbox } from '#shared/handoff/event-outbox.ts'
import { owingEvents } from '#shared/handoff/owing-events.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { memoryEventOutbox } from '#tests/support/memory-events.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

interface Owing {
  readonly transactions: Transactions
  readonly outbox: EventOutbox
}

const start = 1_700_000_000_000

const onEachOutbox = (suite: (fresh: () => Promise<Owing>) => void): void => {
  describe('in memory', () =>
    suite(async () => {
      const { transactions, table } = memoryPorts()
      return { transactions, outbox: memoryEventOutbox(table) }
    }))

  describe('in DynamoDB', () => {
    let dynamo: TestDynamo
    beforeAll(async () => {
      dynamo = await startDynamo()
    })
    afterAll(() => dynamo.stop())

    suite(async () => {
      const table = await dynamo.emptyTable()
      return { transactions: tablePorts(table).transactions, outbox: dynamoEventOutbox(table) }
    })
  })
}

const opens = async ({ transactions }: Owing, at: number) => {
  const { changes } = waitingConversation({ startedAt: at, key: `k-${at}` })
  await owingEvents(transactions, () => at).commit(`open-${at}`, changes)
}
const timesOf = async ({ outbox }: Owing, before: number, limit = 10) =>
  (await outbox.owed(before, limit)).map(({ at }) => Date.parse(at))

onEachOutbox((fresh) => {
  test('what is owed is listed oldest first, up to a time and a number', async () => {
    const owing = await fresh()
    for (const at of [start + 2, start, start + 1, start + 9]) await opens(owing, at)

    expect(await timesOf(owing, start + 2)).toEqual([start, start + 1, start + 2])
    expect(await timesOf(owing, start + 9, 2)).toEqual([start, start + 1])
  })

  test('what is settled is owed no more, and settling it again changes nothing', async () => {
    const owing = await fresh()
    await opens(owing, start)
    await opens(owing, start + 1)
    const [first] = await owing.outbox.owed(start, 1)
    if (!first) throw new Error('nothing is owed')

    await owing.outbox.settle(first)
    await owing.outbox.settle(first)

    expect(await timesOf(owing, start + 9)).toEqual([start + 1])
  })

  test('a refused transaction owes nothing', async () => {
    const owing = await fresh()
    const { changes } = waitingConversation({ startedAt: start })
    await owing.transactions.commit('first', changes)

    const again = await owingEvents(owing.transactions, () => start).commit('second', changes)

    expect(again.ok).toBe(false)
    expect(await timesOf(owing, start)).toEqual([])
  })
})
