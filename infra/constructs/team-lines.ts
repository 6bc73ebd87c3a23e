import { Duration, Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { DeadLetters } from './dead-letters.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'
import { queueDefaults } from './queue-defaults.ts'

export interface TeamLinesProps {
  /** Team ids, as in the configuration. */
  readonly teams: readonly string[]
  readonly deadLetters: DeadLetters
  readonly key: OwnKey | undefined
}

/** A standard queue of tickets per team. The order of the line is in the table; a ticket only wakes and leases. */
export class TeamLines extends Construct {
  private readonly props: TeamLinesProps
  private readonly queues: ReadonlyMap<string, Queue>

  constructor(scope: Construct, id: string, props: TeamLinesProps) {
    super(scope, id)
    this.props = props
    this.queues = new Map(props.teams.map((team) => [team, this.line(team)]))
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
    this.props.key?.filledBy(door)
  }

  private line(team: string): Queue {
    const { deadLetters, key } = this.props
    // A room per team: no team's name can then be another one's with a suffix.
    return new Queue(new Construct(this, team), 'Tickets', {
      ...queueDefaults(key),
      visibilityTimeout: Duration.seconds(30),
      receiveMessageWaitTime: Duration.seconds(20),
      // Every wake-up counts as a receive, and a conversation may wait for days.
      deadLetterQueue: { queue: deadLetters.behind(team, 'ticket-dead-letters'), maxReceiveCount: 100 },
    })
  }
}
