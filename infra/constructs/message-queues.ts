import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { DeduplicationScope, FifoThroughputLimit, Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'
import { queueDefaults } from './queue-defaults.ts'

export interface MessageQueuesProps {
  readonly alarms: Alarms
  readonly deadLetters: DeadLetters
  readonly key: OwnKey | undefined
}

interface FifoProps {
  readonly visibilitySeconds: number
  readonly maxReceiveCount: number
}

/** Order holds within a thread; threads neither wait for nor deduplicate against each other. */
const perThread = {
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  // What customers wrote outlives the stack, and so does what could not be delivered.
  removalPolicy: RemovalPolicy.RETAIN,
}

/** Customers' messages on their way in, and everybody's on the way out: two FIFO queues, a group per thread. */
export class MessageQueues extends Construct {
  private readonly props: MessageQueuesProps
  readonly inbound: Queue
  readonly outbound: Queue

  constructor(scope: Construct, id: string, props: MessageQueuesProps) {
    super(scope, id)
    this.props = props
    // Twice a turn's timeout: long enough never to run a turn beside itself, short enough that a crash blocks its thread briefly.
    // The third failure hands off; three more receives are left for a handoff that fails too, then the last resort.
    this.inbound = this.fifo('Inbound', 'inbound', { visibilitySeconds: 90, maxReceiveCount: 6 })
    // A company's endpoint may be down for hours: the door spreads its tries, and each failed one counts as a receive.
    this.outbound = this.fifo('Outbound', 'outbound', { visibilitySeconds: 60, maxReceiveCount: 20 })
  }

  acceptInboundFrom(door: Door): void {
    door.tell('INBOUND_QUEUE_URL', this.inbound.queueUrl)
    door.allow(['sqs:SendMessage'], [this.inbound.queueArn])
    this.props.key?.filledBy(door)
  }

  handInboundTo(door: Door): void {
    this.feed(door, 'InboundSource', this.inbound)
  }

  acceptOutboundFrom(door: Door): void {
    door.tell('OUTBOUND_QUEUE_URL', this.outbound.queueUrl)
    door.allow(['sqs:SendMessage'], [this.outbound.queueArn])
    this.props.key?.filledBy(door)
  }

  /** The door may also put a failed delivery off, longer each time. */
  handOutboundTo(door: Door): void {
    this.feed(door, 'OutboundSource', this.outbound)
    door.tell('OUTBOUND_QUEUE_URL', this.outbound.queueUrl)
    door.allow(['sqs:ChangeMessageVisibility'], [this.outbound.queueArn])
  }

  private fifo(id: string, way: 'inbound' | 'outbound', { visibilitySeconds, maxReceiveCount }: FifoProps): Queue {
    const { alarms, deadLetters, key } = this.props
    const queue = new Queue(this, id, {
      ...queueDefaults(key),
      ...perThread,
      visibilityTimeout: Duration.seconds(visibilitySeconds),
      deadLetterQueue: {
        queue: deadLetters.behind(id, `${way}-dead-letters`, perThread),
        maxReceiveCount,
      },
    })
    alarms.onOldMessages(`${id}Age`, queue, `${way}-message-age`)
    return queue
  }

  /** Batches of ten, each message failing for itself. */
  private feed(door: Door, id: string, queue: Queue): void {
    door.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn])
    this.props.key?.openedBy(door)
    new EventSourceMapping(this, id, {
      target: door.function,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
    })
  }
}
