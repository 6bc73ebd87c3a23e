import { expect, test } from 'vitest'
import { cognitoPoolRemover } from '#infra/deploy/removal/cognito-pool-remover.ts'
import { dynamoTableRemover } from '#infra/deploy/removal/dynamo-table-remover.ts'
import { alreadyGone } from '#infra/deploy/removal/ports.ts'
import { secretsRemover } from '#infra/deploy/removal/secrets-remover.ts'
import { sqsQueueRemover } from '#infra/deploy/removal/sqs-queue-remover.ts'
import { endToldAws, toldAws } from '../support/told-aws.ts'

endToldAws()

const notFound = { error: 'ResourceNotFoundException', message: 'not found' }
const done = { result: {} }
const remove = (remover: typeof dynamoTableRemover, physicalId: string) =>
  remover('us-east-1')({ kind: 'other', logicalId: 'X', type: 'X', physicalId })

const removers = [
  ['a table', dynamoTableRemover, ['UpdateTable', 'DeleteTable'], notFound],
  ['a user pool', cognitoPoolRemover, ['UpdateUserPool', 'DeleteUserPool'], notFound],
  ['a secret', secretsRemover, ['DeleteSecret'], notFound],
  ['a queue', sqsQueueRemover, ['DeleteQueue'], { error: 'QueueDoesNotExist', message: 'no such queue' }],
] as const

test.each(removers)('%s is deleted, whatever protects it lifted first', async (_, remover, operations) => {
  const asked = await toldAws(Object.fromEntries(operations.map((operation) => [operation, done])))

  expect(await remove(remover, 'name')).toMatch(/^deleted/)
  expect(asked.map(({ operation }) => operation)).toEqual(operations)
})

test.each(removers)('%s that is gone already is as good as deleted', async (_, remover, operations, gone) => {
  await toldAws(Object.fromEntries(operations.map((operation) => [operation, gone])))

  expect(await remove(remover, 'name')).toBe(alreadyGone)
})

test.each(removers)('%s that may not be deleted is an error', async (_, remover, operations) => {
  const denied = { error: 'AccessDeniedException', message: 'not yours' }
  await toldAws(Object.fromEntries(operations.map((operation) => [operation, denied])))

  await expect(remove(remover, 'name')).rejects.toThrow('not yours')
})

test('a secret may be taken back for a week', async () => {
  const asked = await toldAws({ DeleteSecret: done })

  await remove(secretsRemover, 'S')

  expect(asked[0]?.input).toEqual({ SecretId: 'S', RecoveryWindowInDays: 7 })
})
