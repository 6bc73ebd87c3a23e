import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { EventSink } from './event-outbox.ts'

/** As rules on the bus name it. */
export const eventSource = 'baton'

/** How long a door waits for the bus. */
export interface Patience {
  readonly maxAttempts: number
  readonly requestMs: number
}

/** What is not taken now is tried again in a minute. */
const patiently: Patience = { maxAttempts: 2, requestMs: 3_000 }
/** A customer's notice and an agent's answer stand behind it, and the sweep looks after what it did not take. */
export const quickly: Patience = { maxAttempts: 1, requestMs: 800 }

export const eventBridgeClient = ({ maxAttempts, requestMs }: Patience = patiently): EventBridgeClient =>
  new EventBridgeClient({
    maxAttempts,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: Math.min(requestMs, 1_000),
      requestTimeout: requestMs,
      throwOnRequestTimeout: true,
    }),
  })

/** What any rule on the bus may go by. */
export const busEntry = (event: { readonly type: string; readonly at: string }, bus: string) => ({
  EventBusName: bus,
  Source: eventSource,
  DetailType: event.type,
  Time: new Date(event.at),
  Detail: JSON.stringify(event),
})

/** `bus`: a name or an ARN. */
export const eventBridgeEventSink = (client: EventBridgeClient, bus: string): EventSink => ({
  put: async (events) => {
    const { Entries = [] } = await client.send(
      new PutEventsCommand({ Entries: events.map((event) => busEntry(event, bus)) }),
    )
    return events.filter((_, at) => Entries[at]?.EventId !== undefined)
  },
})
