import { expect, test } from 'vitest'
import { resourcesOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const [table, ...others] = Object.values(resourcesOf(sampleTemplate(), 'AWS::DynamoDB::GlobalTable'))

test('there is one table, paid by request, whose items expire by their ttl', () => {
  expect(others).toEqual([])
  expect(table?.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  })
})

test('the table can be wound back, cannot be deleted, and outlives its stack', () => {
  expect(table?.Properties.Replicas).toEqual([
    expect.objectContaining({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  ])
  expect(table?.DeletionPolicy).toBe('Retain')
})

test('lists and a customer’s threads are found by keys alone', () => {
  expect(table?.Properties.GlobalSecondaryIndexes).toEqual([
    index('lists', 'listKey', 'listSort'),
    index('byCustomer', 'customerId', 'sk'),
  ])
})

const index = (name: string, hash: string, range: string) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'KEYS_ONLY' },
})
