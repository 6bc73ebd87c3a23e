import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Door } from './door.ts'

export interface MessageQueuesProps {
  readonly alarms: Alarms
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
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
  removalPolicy: RemovalPolicy.RETAIN,
}

/** Customers' messages on their way in, and everybody's on the way out: two FIFO queues, a group per thread. */
export class MessageQueues extends Construct {
  private readonly inbound: Queue
  private readonly outbound: Queue

  constructor(scope: Construct, id: string, { alarms }: MessageQueuesProps) {
    super(scope, id)
    // Twice a turn's timeout: long enough never to run a turn beside itself, short enough that a crash blocks its thread briefly.
    // The third failure hands off; three more receives are left for a handoff that fails too, then the last resort.
    this.inbound = this.fifo('Inbound', { visibilitySeconds: 90, maxReceiveCount: 6 }, alarms)
    // A company's endpoint may be down for hours: the door spreads its tries, and each failed one counts as a receive.
    this.outbound = this.fifo('Outbound', { visibilitySeconds: 60, maxReceiveCount: 20 }, alarms)
  }

  acceptInboundFrom(door: Door): void {
    door.tell('INBOUND_QUEUE_URL', this.inbound.queueUrl)
    door.allow(['sqs:SendMessage'], [this.inbound.queueArn])
  }

  handInboundTo(door: Door): void {
    feed(door, this.inbound)
  }

  acceptOutboundFrom(door: Door): void {
    door.tell('OUTBOUND_QUEUE_URL', this.outbound.queueUrl)
    door.allow(['sqs:SendMessage'], [this.outbound.queueArn])
  }

  /** The door may also put a failed delivery off, longer each time. */
  handOutboundTo(door: Door): void {
    feed(door, this.outbound)
    door.tell('OUTBOUND_QUEUE_URL', this.outbound.queueUrl)
    door.allow(['sqs:ChangeMessageVisibility'], [this.outbound.queueArn])
  }

  private fifo(id: string, { visibilitySeconds, maxReceiveCount }: FifoProps, alarms: Alarms): Queue {
    const deadLetters = new Queue(this, `${id}DeadLetters`, perThread)
    const queue = new Queue(this, id, {
      ...perThread,
      visibilityTimeout: Duration.seconds(visibilitySeconds),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount },
    })
    alarms.onDeadLetters(`${id}DeadLetters`, deadLetters, `${id.toLowerCase()}-dead-letters`)
    alarms.onOldMessages(`${id}Age`, queue, `${id.toLowerCase()}-message-age`)
    return queue
  }
}

/** Batches of ten, each message failing for itself. */
const feed = (door: Door, queue: Queue): void => {
  door.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn])
  new EventSourceMapping(door, 'Source', {
    target: door.function,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
  })
}
