import { errorName } from '../log/error-name.ts'
import type { Log } from '../log/log.ts'
import type { EventOutbox, EventSink } from './event-outbox.ts'
import type { HandoffEvent } from './handoff-event.ts'

export interface AtOncePorts {
  readonly outbox: Pick<EventOutbox, 'settle'>
  readonly sink: EventSink
  readonly log: Log
}

/** Opened by the first event: most of a door's runs have nothing to tell. */
export const laterSink = (open: () => Promise<EventSink>): EventSink => {
  let opened: Promise<EventSink> | undefined
  return {
    put: async (events) => {
      opened ??= open()
      return (await opened).put(events)
    },
  }
}

/**
 * Tells the bus of what was just committed, so that a bell rings with it and not a minute later. Never throws: what the bus
 * does not take, or is not settled, stays owed, and the sweep sends it under the same id.
 */
export const tellAtOnce = async (
  { outbox, sink, log }: AtOncePorts,
  events: readonly HandoffEvent[],
): Promise<void> => {
  try {
    const taken = await sink.put(events)
    await Promise.all(taken.map((event) => outbox.settle(event)))
    for (const { type, handoffId, team } of taken) log({ event: 'event.told', type, handoffId, team })
  } catch (cause) {
    log({ event: 'request.failed', operation: 'events.at-once', cause: errorName(cause) })
  }
}
