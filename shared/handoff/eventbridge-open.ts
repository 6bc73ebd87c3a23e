import type { EventSink } from './event-outbox.ts'
import { eventBridgeClient, eventBridgeEventSink, quickly } from './eventbridge-event-sink.ts'

/** Imported while a door runs, never beforehand: it lies in a file of its own beside the door's. */
export const openSink = (bus: string): EventSink => eventBridgeEventSink(eventBridgeClient(quickly), bus)
