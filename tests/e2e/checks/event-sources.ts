import { holds } from '../checklist.ts'
import { callService } from '../cloud/cloud-access.ts'
import type { DeployedStack } from '../cloud/deployed-stack.ts'
import { readFunction } from '../cloud/lambda-functions.ts'
import { readQueues } from '../cloud/sqs-depths.ts'

interface Mapping {
  readonly EventSourceArn: string
  readonly FunctionArn: string
  readonly State: string
  readonly BatchSize: number
  readonly FunctionResponseTypes?: readonly string[]
}

const expected = [
  { queue: 'MessagesInbound', door: 'TakeTurn' },
  { queue: 'MessagesOutbound', door: 'DeliverMessage' },
]

/** Each of the two queues feeds its door, in batches whose messages fail one by one. */
export const eventSourcesAreWired = async (stack: DeployedStack): Promise<string> => {
  const listed = await callService(stack.access, 'lambda', 'GET', '/2015-03-31/event-source-mappings/')
  const mappings = listed.EventSourceMappings as readonly Mapping[]
  const queues = await readQueues(stack)
  for (const { queue, door } of expected) {
    const arn = queues.find(({ id, deadLetterArn }) => id.startsWith(queue) && deadLetterArn)?.arn
    const { FunctionArn } = await readFunction(stack, door)
    const found = mappings.filter((mapping) => mapping.EventSourceArn === arn && mapping.FunctionArn === FunctionArn)
    holds(found.length === 1, `${queue} feeds ${door}, once (${found.length})`)
    holds(found[0]?.State === 'Enabled', `${queue} feeds ${door} now (${found[0]?.State})`)
    holds(found[0].BatchSize === 10, `${door} is given ten at most (${found[0].BatchSize})`)
    holds(found[0].FunctionResponseTypes?.includes('ReportBatchItemFailures'), `${door} fails message by message`)
  }
  return expected.map(({ queue, door }) => `${queue.replace('Messages', '').toLowerCase()} → ${door}`).join(', ')
}
