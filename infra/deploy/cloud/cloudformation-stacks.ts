import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
  paginateListStacks,
  type Stack,
} from '@aws-sdk/client-cloudformation'
import { clientSettings } from './client-settings.ts'
import { codeOf } from './failure.ts'
import type { StackFound, StackResource, Stacks } from './ports.ts'

export const cloudformationStacks = (region: string): Stacks => {
  const client = new CloudFormationClient(clientSettings(region))
  return {
    find: async (name) => {
      const answer = await unlessMissing(client.send(new DescribeStacksCommand({ StackName: name })))
      return answer?.Stacks?.[0] && readStack(answer.Stacks[0])
    },
    resourcesOf: (nameOrId) => listResources(client, nameOrId),
    deletionPoliciesOf: async (name) => {
      const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: name }))
      return policiesIn(TemplateBody ?? '{}')
    },
    deletedIdsOf: (name) => listDeleted(client, name),
    holds: async (physicalId) => {
      const asked = client.send(new DescribeStackResourcesCommand({ PhysicalResourceId: physicalId }))
      const answer = await unlessMissing(asked)
      return (answer?.StackResources ?? []).some(({ ResourceStatus }) => !ResourceStatus?.startsWith('DELETE_'))
    },
    startDeletion: async (id) => {
      await client.send(new DeleteStackCommand({ StackName: id }))
    },
  }
}

/** A stack that is not there is a ValidationError like any other, told apart by its words alone. */
const unlessMissing = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await answer
  } catch (error) {
    if (codeOf(error) === 'ValidationError' && /does not exist/.test(String(error))) return undefined
    throw error
  }
}

const readStack = (stack: Stack): StackFound => ({
  name: stack.StackName ?? '',
  id: stack.StackId ?? '',
  status: stack.StackStatus ?? '',
  reason: stack.StackStatusReason || undefined,
  protected: stack.EnableTerminationProtection === true,
  outputs: Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue ?? '']),
  ),
})

const listResources = async (client: CloudFormationClient, StackName: string): Promise<readonly StackResource[]> => {
  const found: StackResource[] = []
  for await (const page of paginateListStackResources({ client }, { StackName }))
    for (const resource of page.StackResourceSummaries ?? [])
      found.push({
        logicalId: resource.LogicalResourceId ?? '',
        type: resource.ResourceType ?? '',
        physicalId: resource.PhysicalResourceId ?? '',
        status: resource.ResourceStatus ?? '',
        reason: resource.ResourceStatusReason || undefined,
      })
  return found
}

const listDeleted = async (client: CloudFormationClient, name: string): Promise<readonly string[]> => {
  const ids: string[] = []
  for await (const page of paginateListStacks({ client }, { StackStatusFilter: ['DELETE_COMPLETE'] }))
    for (const { StackName, StackId } of page.StackSummaries ?? []) if (StackName === name && StackId) ids.push(StackId)
  return ids
}

/** The CDK command deploys JSON, and CloudFormation gives back what was deployed. */
const policiesIn = (template: string): Readonly<Record<string, string>> => {
  const { Resources = {} } = JSON.parse(template) as { Resources?: Record<string, { DeletionPolicy?: string }> }
  return Object.fromEntries(
    Object.entries(Resources).map(([id, { DeletionPolicy }]) => [id, DeletionPolicy ?? 'Delete']),
  )
}
