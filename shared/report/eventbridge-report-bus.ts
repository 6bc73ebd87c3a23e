import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { busEntry } from '../handoff/eventbridge-event-sink.ts'
import type { ReportBus } from './report-event.ts'

/** `bus`: a name or an ARN. */
export const eventBridgeReportBus = (client: EventBridgeClient, bus: string): ReportBus => ({
  put: async (event) => {
    const { Entries: [answer] = [] } = await client.send(new PutEventsCommand({ Entries: [busEntry(event, bus)] }))
    if (answer?.EventId === undefined) throw new Error(`the bus did not take ${event.id}: ${answer?.ErrorCode}`)
  },
})
