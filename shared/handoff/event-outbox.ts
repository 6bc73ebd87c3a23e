import type { HandoffEvent } from './handoff-event.ts'

/** Events that were stored with what they tell of, and are not known to have been sent. */
export interface EventOutbox {
  /** Those stored by a time, oldest first; strongly consistent. */
  owed(before: number, limit: number): Promise<readonly HandoffEvent[]>
  /** Sent: nobody sends it again. */
  settle(event: HandoffEvent): Promise<void>
}

/** Tells the company's bus. */
export interface EventSink {
  /** At most ten. Returns those that the bus took; what it did not take is tried again later. */
  put(events: readonly HandoffEvent[]): Promise<readonly HandoffEvent[]>
}
