import type { StackFound, Stacks } from '../cloud/ports.ts'
import type { Destination } from '../command/destination.ts'
import { CommandError } from '../command/errors.ts'
import type { Terminal } from '../command/terminal.ts'
import { deleteStack } from './delete-stack.ts'
import { importMapping, type Kept, leftOf, sortResources } from './kept.ts'
import type { Removers } from './ports.ts'
import { goOnLines, keptLines, planLines } from './removal-text.ts'
import { removeData } from './remove-data.ts'

export interface Destruction {
  readonly destination: Destination
  readonly terminal: Terminal
  readonly stacks: Stacks
  readonly removers: Removers
  readonly deleteData: boolean
  /** Nobody is asked. */
  readonly agreed: boolean
  /** Keeps the mapping with which a new stack may take the data over; says where. */
  keepMapping(mapping: object): string
  wait(milliseconds: number): Promise<unknown>
}

/** Deletes a deployment; its data stays unless told otherwise. Resolves with the exit code. */
export const destroyStack = async (destruction: Destruction): Promise<number> => {
  const { stacks, destination, deleteData } = destruction
  const stack = await stacks.find(destination.stackName)
  if (!stack) return settleLeftovers(destruction)
  refuseUnready(stack)
  const sorted = sortResources(await stacks.resourcesOf(stack.id), await stacks.deletionPoliciesOf(stack.name))
  sayAll(destruction, planLines(stack, sorted, deleteData))
  await agree(destruction)
  const { say } = destruction.terminal
  await deleteStack({ stacks, say, wait: destruction.wait }, stack)
  say(`${stack.name} is deleted. The account's CDK bootstrap stays: other deployments may rest on it.`)
  return deleteData ? removeAll(destruction, sorted.stays) : tellHowToGoOn(destruction, sorted.stays)
}

const sayAll = ({ terminal }: Destruction, lines: readonly string[]): void => {
  for (const line of lines) terminal.say(line)
}

const refuseUnready = ({ name, status, protected: isProtected }: StackFound): void => {
  if (isProtected) throw new CommandError(`${name} has termination protection: switch it off in CloudFormation first`)
  if (/_IN_PROGRESS$/.test(status) && status !== 'REVIEW_IN_PROGRESS')
    throw new CommandError(`${name} is in ${status}: wait until it has ended`)
}

const agree = async ({ agreed, terminal, destination: { stackName } }: Destruction): Promise<void> => {
  if (agreed) return
  if (!terminal.interactive) throw new CommandError('nothing was deleted: there is nobody to ask, and no --yes')
  const answer = await terminal.ask(`Type ${stackName} to go on: `)
  if (answer !== stackName) throw new CommandError('nothing was deleted')
}

const removeAll = async ({ stacks, removers, terminal }: Destruction, left: readonly Kept[]): Promise<number> => {
  terminal.say('Deleting its data:')
  return (await removeData({ stacks, removers, say: terminal.say }, left)) ? 0 : 1
}

const tellHowToGoOn = (destruction: Destruction, stays: readonly Kept[]): number => {
  if (stays.length === 0) return 0
  const { stackName, contextWords } = destruction.destination
  const context = contextWords.map((word) => ` ${word}`).join('')
  const file = destruction.keepMapping(importMapping(stays))
  sayAll(destruction, ['These stay:', ...keptLines(stays), ...goOnLines(stackName, context, file)])
  return 0
}

/** Without a stack there may still be what earlier ones of its name left: a failed creation's as well. */
const settleLeftovers = async (destruction: Destruction): Promise<number> => {
  const { stacks, destination, deleteData } = destruction
  const ids = await stacks.deletedIdsOf(destination.stackName)
  const left = (await Promise.all(ids.map((id) => stacks.resourcesOf(id)))).flatMap(leftOf)
  sayAll(destruction, [`There is no stack ${destination.stackName} in this account and region.`])
  if (left.length === 0) return 0
  sayAll(destruction, [
    'Stacks of this name, deleted in the last 90 days, left (some may be gone by now):',
    ...keptLines(left),
  ])
  if (!deleteData) {
    sayAll(destruction, ['Say --delete-data to delete them for good.'])
    return 0
  }
  await agree(destruction)
  return removeAll(destruction, left)
}
