import { Duration, Stack } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Door } from './door.ts'

export interface TeamLinesProps {
  /** Team ids, as in the configuration. */
  readonly teams: readonly string[]
  readonly alarms: Alarms
}

const ticketQueue = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
}

/** A standard queue of tickets per team. The order of the line is in the table; a ticket only wakes and leases. */
export class TeamLines extends Construct {
  private readonly queues: ReadonlyMap<string, Queue>

  constructor(scope: Construct, id: string, { teams, alarms }: TeamLinesProps) {
    super(scope, id)
    this.queues = new Map(teams.map((team) => [team, this.line(team, alarms)]))
  }

  /** May say "one more conversation waits". */
  ticketsFrom(door: Door): void {
    this.allow(door, ['sqs:SendMessage'])
  }

  /** May issue, take, put off and tear up tickets. */
  claimsFrom(door: Door): void {
    this.allow(door, ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'])
  }

  /** May issue missing tickets, and so has to count those there are. */
  countsFrom(door: Door): void {
    this.allow(door, ['sqs:SendMessage', 'sqs:GetQueueAttributes'])
  }

  private allow(door: Door, actions: string[]): void {
    const urls = Object.fromEntries([...this.queues].map(([team, queue]) => [team, queue.queueUrl]))
    door.tell('TEAM_QUEUE_URLS', Stack.of(this).toJsonString(urls))
    door.allow(
      actions,
      [...this.queues.values()].map((queue) => queue.queueArn),
    )
  }

  private line(team: string, alarms: Alarms): Queue {
    // A room per team: no team's name can then be another one's with a suffix.
    const line = new Construct(this, team)
    const deadLetters = new Queue(line, 'DeadLetters', ticketQueue)
    alarms.onDeadLetters(`${team}-dead-letters`, deadLetters, 'ticket-dead-letters')
    return new Queue(line, 'Tickets', {
      ...ticketQueue,
      visibilityTimeout: Duration.seconds(30),
      receiveMessageWaitTime: Duration.seconds(20),
      // Every wake-up counts as a receive, and a conversation may wait for days.
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 100 },
    })
  }
}
