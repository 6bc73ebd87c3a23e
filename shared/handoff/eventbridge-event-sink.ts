import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { EventSink } from './event-outbox.ts'

/** As rules on the bus name it. */
export const eventSource = 'baton'

/** What is not taken now is tried again in a minute. */
export const eventBridgeClient = (): EventBridgeClient =>
  new EventBridgeClient({
    maxAttempts: 2,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    }),
  })

/** `bus`: a name or an ARN. */
export const eventBridgeEventSink = (client: EventBridgeClient, bus: string): EventSink => ({
  put: async (events) => {
    const { Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: events.map((event) => ({
          EventBusName: bus,
          Source: eventSource,
          DetailType: event.type,
          Time: new Date(event.at),
          Detail: JSON.stringify(event),
        })),
      }),
    )
    return events.filter((_, at) => Entries[at]?.EventId !== undefined)
  },
})
