import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Door } from './door.ts'
import type { KnowledgeBase } from './knowledge-base.ts'
import type { OwnKey } from './own-key.ts'
import { queueDefaults } from './queue-defaults.ts'

export interface KnowledgeSyncProps {
  readonly base: KnowledgeBase
  readonly door: Door
  readonly alarms: Alarms
  readonly deadLetters: DeadLetters
  /** Keeps a change that EventBridge could not bring. */
  readonly unattended: Queue
  readonly key: OwnKey | undefined
}

/** An upload is many files; the job that reads them is to begin after the last. */
const settled = Duration.seconds(30)
/** Changes wait in the queue until a job has taken them up: looked at this often, for three hours. */
const lookEvery = Duration.minutes(5)
const looks = 36

/** Every change in the articles' bucket has the knowledge base read it again. */
export class KnowledgeSync extends Construct {
  constructor(scope: Construct, id: string, props: KnowledgeSyncProps) {
    super(scope, id)
    const { base, door, alarms, deadLetters, unattended, key } = props
    const changes = new Queue(this, 'Changes', {
      ...queueDefaults(key),
      deliveryDelay: settled,
      visibilityTimeout: lookEvery,
      deadLetterQueue: {
        queue: deadLetters.behind('KnowledgeSync', 'knowledge-sync-dead-letters'),
        maxReceiveCount: looks,
      },
    })
    base.articles.changesTo(changes, unattended)
    base.syncedBy(door)
    door.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [changes.queueArn])
    key?.openedBy(door)
    new EventSourceMapping(this, 'Source', {
      target: door.function,
      eventSourceArn: changes.queueArn,
      batchSize: 1_000,
      maxBatchingWindow: settled,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    })
    alarms.onCounted('KnowledgeSyncFailed', 'SyncKnowledge', 'KnowledgeSyncsFailed', 'knowledge-sync-failed')
  }
}
