import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { DeadLetters } from './dead-letters.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'
import { queueDefaults } from './queue-defaults.ts'

export interface WhatIfJobsProps {
  readonly deadLetters: DeadLetters
  readonly key: OwnKey | undefined
}

/** The longest that a function may run. */
export const whatIfSeconds = 900

/** Questions "what if" on their way to whoever answers them: a FIFO queue of one group, so that one is answered at a time. */
export class WhatIfJobs extends Construct {
  private readonly queue: Queue
  private readonly key: OwnKey | undefined

  constructor(scope: Construct, id: string, { deadLetters, key }: WhatIfJobsProps) {
    super(scope, id)
    this.key = key
    this.queue = new Queue(this, 'Questions', {
      ...queueDefaults(key),
      fifo: true,
      // Never beside a run that is still alive. What comes again is said to have failed, and not tried again.
      visibilityTimeout: Duration.seconds(whatIfSeconds + 60),
      deadLetterQueue: {
        queue: deadLetters.behind('WhatIf', 'what-if-dead-letters', { fifo: true }),
        maxReceiveCount: 3,
      },
    })
  }

  askedBy(door: Door): void {
    door.tell('WHAT_IF_QUEUE_URL', this.queue.queueUrl)
    door.allow(['sqs:SendMessage'], [this.queue.queueArn])
    this.key?.filledBy(door)
  }

  answeredBy(door: Door): void {
    door.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [this.queue.queueArn])
    this.key?.openedBy(door)
    new EventSourceMapping(this, 'Source', {
      target: door.function,
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
    })
  }
}
