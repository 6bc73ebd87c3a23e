import type { DeployedQueue } from '../cloud/sqs-depths.ts'

const isLastResort = ({ id, arn }: DeployedQueue, queues: readonly DeployedQueue[]): boolean =>
  /^DeadLetters/.test(id) || queues.some(({ deadLetterArn }) => deadLetterArn === arn)

/** Every queue hands what fails to one of its own kind, refuses plain HTTP, and the two of messages keep their order. */
export const queueFaults = (queues: readonly DeployedQueue[]): readonly string[] => {
  const faults: string[] = []
  for (const queue of queues) {
    if (!queue.policy.includes('aws:SecureTransport')) faults.push(`${queue.id} takes plain HTTP`)
    if (isLastResort(queue, queues)) continue
    const deadLetters = queues.find(({ arn }) => arn === queue.deadLetterArn)
    if (!deadLetters) faults.push(`${queue.id} hands what fails to no queue of the stack`)
    else if (deadLetters.isFifo !== queue.isFifo) faults.push(`${queue.id} and its dead letters differ in kind`)
    if (queue.maxReceiveCount !== undefined && !(queue.maxReceiveCount > 1))
      faults.push(`${queue.id} gives up at the first failure`)
  }
  for (const name of ['MessagesInbound', 'MessagesOutbound'])
    if (!queues.some(({ id, isFifo, url }) => id.startsWith(name) && isFifo && url.endsWith('.fifo')))
      faults.push(`${name} does not keep the order of a thread`)
  return faults
}

/** What is left where nothing should be: messages on their way, or given up on. A ticket may outlive its handoff. */
export const leftovers = (queues: readonly DeployedQueue[]): readonly string[] =>
  queues
    .filter((queue) => queue.id.startsWith('Messages') || isLastResort(queue, queues))
    .flatMap(({ id, messages }) => (messages > 0 ? [`${id} holds ${messages}`] : []))
