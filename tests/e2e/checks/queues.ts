import { setTimeout } from 'node:timers/promises'
import { holds } from '../checklist.ts'
import type { DeployedStack } from '../cloud/deployed-stack.ts'
import { readQueues } from '../cloud/sqs-depths.ts'
import { leftovers, queueFaults } from './queue-faults.ts'

export const queuesHaveDeadLetters = async (stack: DeployedStack): Promise<string> => {
  const queues = await readQueues(stack)
  const faults = queueFaults(queues)
  holds(faults.length === 0, `every queue is as it should be: ${faults.join('; ')}`)
  return `${queues.length} queues`
}

const lookMs = 1_000
const patienceMs = 30_000

/** Nothing that was said or done is still on its way, and nothing was given up on. */
export const nothingIsLeft = async (stack: DeployedStack): Promise<undefined> => {
  const deadline = Date.now() + patienceMs
  let left = leftovers(await readQueues(stack))
  while (left.length > 0 && Date.now() < deadline) {
    await setTimeout(lookMs)
    left = leftovers(await readQueues(stack))
  }
  holds(left.length === 0, `nothing is left: ${left.join(', ')}`)
}
