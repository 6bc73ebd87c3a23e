import { Stack } from 'aws-cdk-lib'
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import type { Door } from './door.ts'

export interface HandoffEventsProps {
  /** Name or ARN of a bus that is there already. */
  readonly bus: string
}

/** The company's event bus, which hears of every handoff; the stack only writes to it. */
export class HandoffEvents extends Construct {
  private readonly bus: IEventBus

  constructor(scope: Construct, id: string, { bus }: HandoffEventsProps) {
    super(scope, id)
    const arn = bus.startsWith('arn:')
      ? bus
      : Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: bus })
    this.bus = EventBus.fromEventBusArn(this, 'Bus', arn)
  }

  toldBy(door: Door): void {
    door.tell('EVENT_BUS', this.bus.eventBusArn)
    door.allow(['events:PutEvents'], [this.bus.eventBusArn])
  }
}
