import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { eventSource } from '../handoff/eventbridge-event-sink.ts'
import type { ReportBus } from './report-event.ts'

/** `bus`: a name or an ARN. */
export const eventBridgeReportBus = (client: EventBridgeClient, bus: string): ReportBus => ({
  put: async (event) => {
    const entry = {
      EventBusName: bus,
      Source: eventSource,
      DetailType: event.type,
      Time: new Date(event.at),
      Detail: JSON.stringify(event),
    }
    const { Entries: [answer] = [] } = await client.send(new PutEventsCommand({ Entries: [entry] }))
    if (answer?.EventId === undefined) throw new Error(`the bus did not take ${event.id}: ${answer?.ErrorCode}`)
  },
})
