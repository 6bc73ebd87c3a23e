import { setTimeout } from 'node:timers/promises'
import { callService } from './cloud-access.ts'
import { type DeployedStack, resourceNamed } from './deployed-stack.ts'

interface Configuration {
  readonly FunctionArn: string
  readonly Role: string
  readonly LastUpdateStatus?: string
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> }
}

const patienceMs = 30_000
const lookMs = 200

const pathOf = (stack: DeployedStack, door: string): string => {
  const { physicalId } = resourceNamed(stack, 'AWS::Lambda::Function', `${door}Function`)
  return `/2015-03-31/functions/${encodeURIComponent(physicalId)}`
}

export const readFunction = async (stack: DeployedStack, door: string): Promise<Configuration> =>
  (await callService(stack.access, 'lambda', 'GET', `${pathOf(stack, door)}/configuration`)) as unknown as Configuration

export const invokeFunction = (stack: DeployedStack, door: string): Promise<Readonly<Record<string, unknown>>> =>
  callService(stack.access, 'lambda', 'POST', `${pathOf(stack, door)}/invocations`, {})

const settled = async (stack: DeployedStack, door: string): Promise<void> => {
  const deadline = Date.now() + patienceMs
  while ((await readFunction(stack, door)).LastUpdateStatus === 'InProgress' && Date.now() < deadline)
    await setTimeout(lookMs)
}

/** Gives a door more environment, and so new execution environments: what it held in memory is forgotten. */
export const changeEnvironment = async (
  stack: DeployedStack,
  door: string,
  more: Readonly<Record<string, string>>,
): Promise<void> => {
  const { Environment } = await readFunction(stack, door)
  const Variables = { ...Environment?.Variables, ...more }
  await callService(stack.access, 'lambda', 'PUT', `${pathOf(stack, door)}/configuration`, {
    Environment: { Variables },
  })
  await settled(stack, door)
}
