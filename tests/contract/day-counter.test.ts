import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoDayCounter } from '#shared/assistant/dynamo-day-counter.ts'
import { modelBudgetKey } from '#shared/aws/dynamo-keys.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { simulatedTable } from '#tests/simulation/simulated-cloud.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'

const day = '2026-11-23'

const suite = (fresh: () => Promise<DynamoTable>) => {
  test('a day’s count is what was added to it, and each addition is told the whole', async () => {
    const counter = dynamoDayCounter(await fresh())

    expect(await counter.add(day, { calls: 0, tokens: 0 })).toEqual({ calls: 0, tokens: 0 })
    expect(await counter.add(day, { calls: 1, tokens: 900 })).toEqual({ calls: 1, tokens: 900 })
    expect(await counter.add(day, { calls: 2, tokens: 100 })).toEqual({ calls: 3, tokens: 1_000 })
    expect(await counter.add('2026-11-24', { calls: 1, tokens: 1 })).toEqual({ calls: 1, tokens: 1 })
  })

  test('additions at once are all counted, and told one after the other', async () => {
    const counter = dynamoDayCounter(await fresh())

    const told = await Promise.all(Array.from({ length: 12 }, () => counter.add(day, { calls: 1, tokens: 10 })))

    expect(told.map(({ calls }) => calls).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    )
  })

  test('a day’s count goes after some weeks', async () => {
    const table = await fresh()
    await dynamoDayCounter(table).add(day, { calls: 1, tokens: 10 })

    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: { ...modelBudgetKey(day) } }))

    expect(Item?.ttl).toBe(Date.parse('2027-01-02') / 1_000)
  })
}

describe('in the simulation', () => suite(async () => simulatedTable()))

describe('in DynamoDB', () => {
  let dynamo: TestDynamo
  beforeAll(async () => {
    dynamo = await startDynamo()
  })
  afterAll(() => dynamo.stop())

  suite(() => dynamo.emptyTable())
})
