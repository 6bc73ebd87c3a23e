import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation'
import { type CloudAccess, clientSettings } from './cloud-access.ts'

export interface DeployedResource {
  readonly id: string
  readonly type: string
  readonly physicalId: string
  /** It outlives its stack. */
  readonly isRetained: boolean
}

interface Declared {
  readonly DeletionPolicy?: string
}

/** What a deployment left in the account. */
export interface DeployedStack {
  readonly access: CloudAccess
  readonly outputs: Readonly<Record<string, string>>
  readonly resources: readonly DeployedResource[]
}

export const readStack = async (access: CloudAccess, stackName: string): Promise<DeployedStack> => {
  const client = new CloudFormationClient(clientSettings(access))
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }))
  const outputs = Stacks?.[0]?.Outputs ?? []
  const template = await client.send(new GetTemplateCommand({ StackName: stackName }))
  const declared = (JSON.parse(template.TemplateBody ?? '{}') as { Resources?: Record<string, Declared> }).Resources
  const resources: DeployedResource[] = []
  for await (const page of paginateListStackResources({ client }, { StackName: stackName }))
    for (const { LogicalResourceId = '', ResourceType = '', PhysicalResourceId = '' } of page.StackResourceSummaries ??
      [])
      resources.push({
        id: LogicalResourceId,
        type: ResourceType,
        physicalId: PhysicalResourceId,
        isRetained: /^Retain/.test(declared?.[LogicalResourceId]?.DeletionPolicy ?? ''),
      })
  return {
    access,
    outputs: Object.fromEntries(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue])),
    resources,
  }
}

/** @throws when the deployment does not announce it */
export const outputOf = ({ outputs }: DeployedStack, name: string): string => {
  const value = outputs[name]
  if (value === undefined) throw new Error(`the stack has no output ${name}`)
  return value
}

export const resourcesOf = ({ resources }: DeployedStack, type: string): readonly DeployedResource[] =>
  resources.filter((resource) => resource.type === type)

/** The one resource of a type whose logical id begins with what the construct is called. */
export const resourceNamed = (stack: DeployedStack, type: string, beginning: string): DeployedResource => {
  const [found, ...others] = resourcesOf(stack, type).filter(({ id }) => id.startsWith(beginning))
  if (!found || others.length > 0)
    throw new Error(`the stack has ${others.length + (found ? 1 : 0)} ${type} ${beginning}…`)
  return found
}
