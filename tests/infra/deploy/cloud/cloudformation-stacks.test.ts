import { expect, test } from 'vitest'
import { cloudformationStacks } from '#infra/deploy/cloud/cloudformation-stacks.ts'
import { describedStack, noSuchStack } from '../support/sound-account.ts'
import { endToldAws, toldAws } from '../support/told-aws.ts'

endToldAws()
const stacks = () => cloudformationStacks('us-east-1')

test('a stack is found with its state and its outputs', async () => {
  await toldAws({ DescribeStacks: describedStack('Baton', 'UPDATE_COMPLETE', { ApiUrl: 'https://a.example' }) })

  expect(await stacks().find('Baton')).toEqual({
    name: 'Baton',
    id: 'arn:aws:cloudformation:us-east-1:111122223333:stack/Baton/1',
    status: 'UPDATE_COMPLETE',
    reason: undefined,
    protected: false,
    outputs: { ApiUrl: 'https://a.example' },
  })
})

test('a stack that is not there is nothing; another ValidationError is one', async () => {
  await toldAws({
    DescribeStacks: ({ StackName }) =>
      StackName === 'Baton' ? noSuchStack('Baton') : { error: 'ValidationError', message: 'stackName: too long' },
  })

  expect(await stacks().find('Baton')).toBeUndefined()
  await expect(stacks().find('x'.repeat(200))).rejects.toThrow('too long')
})

test('resources are read to the last page', async () => {
  const page = (id: string, NextToken?: string) => ({
    result: {
      StackResourceSummaries: [
        {
          LogicalResourceId: id,
          ResourceType: 'AWS::SQS::Queue',
          PhysicalResourceId: `p-${id}`,
          ResourceStatus: 'DELETE_SKIPPED',
        },
      ],
      ...(NextToken && { NextToken }),
    },
  })
  await toldAws({ ListStackResources: ({ NextToken }) => (NextToken ? page('B') : page('A', 'more')) })

  expect(await stacks().resourcesOf('Baton')).toMatchObject([
    { logicalId: 'A', physicalId: 'p-A', status: 'DELETE_SKIPPED' },
    { logicalId: 'B', physicalId: 'p-B' },
  ])
})

test('a resource without a policy of its own goes with its stack', async () => {
  const Resources = { T: { Type: 'x', DeletionPolicy: 'Retain' }, A: { Type: 'y' } }
  await toldAws({ GetTemplate: { result: { TemplateBody: JSON.stringify({ Resources }) } } })

  expect(await stacks().deletionPoliciesOf('Baton')).toEqual({ T: 'Retain', A: 'Delete' })
})

test('of the stacks that are gone, those of exactly this name count', async () => {
  const summary = (StackName: string) => ({ StackName, StackId: `arn:${StackName}`, StackStatus: 'DELETE_COMPLETE' })
  await toldAws({ ListStacks: { result: { StackSummaries: [summary('Baton'), summary('Baton-test')] } } })

  expect(await stacks().deletedIdsOf('Baton')).toEqual(['arn:Baton'])
})

test.each([
  ['CREATE_COMPLETE', true],
  ['DELETE_SKIPPED', false],
])('a resource that some stack has in %s is held: %s', async (ResourceStatus, held) => {
  await toldAws({
    DescribeStackResources: { result: { StackResources: [{ LogicalResourceId: 'T', ResourceStatus }] } },
  })

  expect(await stacks().holds('Baton-T')).toBe(held)
})

test('a resource that no stack knows is held by none', async () => {
  await toldAws({ DescribeStackResources: { error: 'ValidationError', message: 'Stack for Baton-T does not exist' } })

  expect(await stacks().holds('Baton-T')).toBe(false)
})
