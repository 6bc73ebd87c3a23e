import { expect, test } from 'vitest'
import { importMapping, leftOf, sortResources } from '#infra/deploy/removal/kept.ts'
import { removeData } from '#infra/deploy/removal/remove-data.ts'
import { sampleTemplate, withFiles } from '../../sample-stack.ts'
import { awsError, memoryStacks } from '../support/memory-cloud.ts'

const resource = (logicalId: string, type: string, given = {}) => ({
  logicalId,
  type,
  physicalId: `physical-${logicalId}`,
  status: 'CREATE_COMPLETE',
  reason: undefined,
  ...given,
})

test('what the template retains stays, and the rest goes', () => {
  const { stays, goes } = sortResources(
    [
      resource('Table', 'AWS::DynamoDB::GlobalTable'),
      resource('Api', 'AWS::ApiGatewayV2::Api'),
      resource('Key', 'AWS::KMS::Key'),
    ],
    { Table: 'Retain', Api: 'Delete', Key: 'RetainExceptOnCreate' },
  )

  expect(stays.map(({ kind, physicalId }) => [kind, physicalId])).toEqual([
    ['table', 'physical-Table'],
    ['key', 'physical-Key'],
  ])
  expect(goes.map(({ logicalId }) => logicalId)).toEqual(['Api'])
})

test('what was never made, or is gone, neither stays nor goes', () => {
  const { stays, goes } = sortResources(
    [
      resource('A', 'AWS::SQS::Queue', { physicalId: '' }),
      resource('B', 'AWS::SQS::Queue', { status: 'DELETE_COMPLETE' }),
    ],
    { A: 'Retain' },
  )

  expect([...stays, ...goes]).toEqual([])
})

test('a deletion left what it skipped', () => {
  const left = leftOf([
    resource('Table', 'AWS::DynamoDB::GlobalTable', { status: 'DELETE_SKIPPED' }),
    resource('Queue', 'AWS::SQS::Queue', { status: 'DELETE_COMPLETE' }),
  ])

  expect(left.map(({ logicalId }) => logicalId)).toEqual(['Table'])
})

test('everything that the stack retains is of a kind that this knows, and can be taken over by a new stack', () => {
  const { Resources } = sampleTemplate(withFiles).toJSON() as {
    Resources: Record<string, { Type: string; DeletionPolicy?: string }>
  }
  const resources = Object.entries(Resources).map(([id, { Type }]) => resource(id, Type))
  const policies = Object.fromEntries(
    Object.entries(Resources).map(([id, one]) => [id, one.DeletionPolicy ?? 'Delete']),
  )
  const { stays } = sortResources(resources, policies)

  expect(stays.map(({ kind }) => kind)).not.toContain('other')
  expect(new Set(stays.map(({ kind }) => kind))).toEqual(new Set(['table', 'bucket', 'queue', 'user pool', 'secret']))
  expect(Object.keys(importMapping(stays))).toHaveLength(stays.length)
})

test('each kind is found by its own key when it is taken over', () => {
  const { stays } = sortResources(
    [resource('T', 'AWS::DynamoDB::GlobalTable'), resource('Q', 'AWS::SQS::Queue'), resource('X', 'AWS::SNS::Topic')],
    { T: 'Retain', Q: 'Retain', X: 'Retain' },
  )

  expect(importMapping(stays)).toEqual({ T: { TableName: 'physical-T' }, Q: { QueueUrl: 'physical-Q' } })
})

const table = { kind: 'table', logicalId: 'T', type: 'AWS::DynamoDB::GlobalTable', physicalId: 'Baton-T' } as const
const queue = { kind: 'queue', logicalId: 'Q', type: 'AWS::SQS::Queue', physicalId: 'Baton-Q' } as const

test('one that cannot be deleted is told, and does not save the others', async () => {
  const lines: string[] = []
  const removers = {
    table: () => Promise.reject(awsError('AccessDeniedException', 'not yours')),
    queue: async () => 'deleted',
  }
  const gone = await removeData({ stacks: memoryStacks(), removers, say: (line) => lines.push(line) }, [table, queue])

  expect(gone).toBe(false)
  expect(lines[0]).toContain('✗ table Baton-T: AccessDeniedException: not yours')
  expect(lines[1]).toBe('  ✓ queue Baton-Q: deleted')
})

test('what another stack lives on now is not deleted', async () => {
  const deleted: string[] = []
  const removers = { table: async () => `${deleted.push('T')}`, queue: async () => `${deleted.push('Q')}` }
  const gone = await removeData({ stacks: memoryStacks({ held: ['Baton-T'] }), removers, say: () => {} }, [
    table,
    queue,
  ])

  expect(deleted).toEqual(['Q'])
  expect(gone).toBe(false)
})

test('a kind that has no remover is left to its console, and counts as not gone', async () => {
  const lines: string[] = []
  const gone = await removeData({ stacks: memoryStacks(), removers: {}, say: (line) => lines.push(line) }, [table])

  expect(gone).toBe(false)
  expect(lines[0]).toContain('delete it in its console')
})
