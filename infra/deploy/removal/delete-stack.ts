import type { StackFound, Stacks } from '../cloud/ports.ts'
import { CommandError } from '../command/errors.ts'

export interface Deletion {
  readonly stacks: Stacks
  say(line: string): void
  wait(milliseconds: number): Promise<unknown>
}

const pollMs = 3_000

/** A stack of this size is gone in two or three minutes; a function in a network may take longer. */
const polls = 600

/** Deletes a stack and waits until it is gone. @throws {CommandError} naming what would not go */
export const deleteStack = async (deletion: Deletion, stack: StackFound): Promise<void> => {
  const { stacks, say, wait } = deletion
  await stacks.startDeletion(stack.id)
  say(`Deleting ${stack.name} …`)
  for (let poll = 0; poll < polls; poll++) {
    // By its id: a deleted stack is not found by its name any more.
    const now = await stacks.find(stack.id)
    if (!now || now.status === 'DELETE_COMPLETE') return
    if (now.status === 'DELETE_FAILED') throw await failure(stacks, now)
    await wait(pollMs)
  }
  throw new CommandError(`${stack.name} is still being deleted: see the CloudFormation console`)
}

const failure = async (stacks: Stacks, { name, id, reason }: StackFound): Promise<CommandError> => {
  const stuck = (await stacks.resourcesOf(id)).filter(({ status }) => status === 'DELETE_FAILED')
  const lines = stuck.map(
    (resource) => `  ${resource.type} ${resource.physicalId}: ${resource.reason ?? 'no reason given'}`,
  )
  return new CommandError([`${name} could not be deleted${reason ? `: ${reason}` : ''}`, ...lines].join('\n'))
}
