import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoEstimateStore } from '#shared/handoff/estimates/dynamo-estimate-store.ts'
import type { EstimateStore } from '#shared/handoff/estimates/estimate-store.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { memoryEstimates } from '#tests/support/memory-estimates.ts'
import { MemoryTable } from '#tests/support/memory-table.ts'

const at = 1_700_000_000_000

const suite = (fresh: () => Promise<EstimateStore>): void => {
  test('nothing is known before the first estimate', async () => {
    const store = await fresh()

    expect(await store.read()).toBeUndefined()
  })

  test('the last estimate stands in place of the one before', async () => {
    const store = await fresh()
    await store.write({ at, minutes: { care: 20, billing: 45 } })

    await store.write({ at: at + 1, minutes: { care: 30 } })

    expect(await store.read()).toEqual({ at: at + 1, minutes: { care: 30 } })
  })
}

describe('in memory', () => suite(async () => memoryEstimates(new MemoryTable())))

describe('in DynamoDB', () => {
  let dynamo: TestDynamo
  beforeAll(async () => {
    dynamo = await startDynamo()
  })
  afterAll(() => dynamo.stop())

  suite(async () => dynamoEstimateStore(await dynamo.emptyTable()))
})
