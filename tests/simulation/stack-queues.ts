import type { QueueProperties } from './simulated-cloud.ts'

const days = 86_400
const perThread = { FifoQueue: true, ContentBasedDeduplication: false, DeduplicationScope: 'messageGroup' }

const withDeadLetters = (
  name: string,
  maxReceiveCount: number,
  properties: QueueProperties['properties'],
): readonly QueueProperties[] => {
  const suffix = name.endsWith('.fifo') ? '.fifo' : ''
  const dead = `${name.replace(/\.fifo$/, '')}-dead${suffix}`
  const redrive = { deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${dead}`, maxReceiveCount }
  return [
    { name, properties: { ...properties, RedrivePolicy: redrive } },
    { name: dead, properties: { ...(suffix !== '' && perThread), MessageRetentionPeriod: 14 * days } },
  ]
}

export const inboundQueue = 'inbound.fifo'
export const outboundQueue = 'outbound.fifo'
export const teamQueue = (team: string): string => `team-${team}`

/** The queues as the stack deploys them; a test holds these settings to its template. */
export const stackQueues = (teams: readonly string[]): readonly QueueProperties[] => [
  ...withDeadLetters(inboundQueue, 6, { ...perThread, VisibilityTimeout: 90, MessageRetentionPeriod: 14 * days }),
  ...withDeadLetters(outboundQueue, 20, { ...perThread, VisibilityTimeout: 60, MessageRetentionPeriod: 14 * days }),
  ...teams.flatMap((team) =>
    withDeadLetters(teamQueue(team), 100, {
      VisibilityTimeout: 30,
      ReceiveMessageWaitTimeSeconds: 20,
      MessageRetentionPeriod: 14 * days,
    }),
  ),
]

/** The alarm on the age of a queue's oldest message; a test holds it to the template's. */
export const ageAlarm = { thresholdSeconds: 60, periodSeconds: 60 } as const

export const deadLetterQueues = (teams: readonly string[]): readonly string[] =>
  stackQueues(teams).flatMap(({ name, properties }) => (properties.RedrivePolicy === undefined ? [name] : []))
