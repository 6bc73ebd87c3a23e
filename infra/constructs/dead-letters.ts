import { Validations } from 'aws-cdk-lib'
import { Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { AlarmSection } from './alarm-texts.ts'
import type { Alarms } from './alarms.ts'
import type { OwnKey } from './own-key.ts'
import { queueDefaults } from './queue-defaults.ts'

export interface DeadLettersProps {
  readonly alarms: Alarms
  readonly key: OwnKey | undefined
}

/** The last resort of every queue and of every call that nobody waits for; each raises an alarm with its first message. */
export class DeadLetters extends Construct {
  private readonly props: DeadLettersProps
  private readonly made: Queue[] = []

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id)
    this.props = props
    Validations.of(this).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason:
        'These are the dead-letter queues themselves. Each keeps its messages 14 days and alarms on the first one.',
    })
  }

  /** All that there are by now. */
  get all(): readonly Queue[] {
    return this.made
  }

  /** @param section of docs/runbook.md that its alarm leads to */
  behind(id: string, section: AlarmSection, kind: QueueProps = {}): Queue {
    const queue = new Queue(this, id, {
      ...queueDefaults(this.props.key),
      ...kind,
    })
    this.props.alarms.onDeadLetters(`${id}DeadLetters`, queue, section)
    this.made.push(queue)
    return queue
  }
}
