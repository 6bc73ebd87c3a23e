import { eventKey } from '#shared/aws/dynamo-keys.ts'
import type { EventOutbox, EventSink } from '#shared/handoff/event-outbox.ts'
import type { HandoffEvent } from '#shared/handoff/handoff-event.ts'
import type { MemoryTable } from './memory-table.ts'

export const memoryEventOutbox = (table: MemoryTable): EventOutbox => ({
  owed: async (before, limit) =>
    table
      .scan<{ readonly event: HandoffEvent }>('EVENT#', '')
      .map(({ event }) => event)
      .filter(({ at }) => Date.parse(at) <= before)
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .slice(0, limit),
  settle: async ({ id, at }) => table.remove(eventKey({ id, at: Date.parse(at) })),
})

export interface MemorySink extends EventSink {
  readonly heard: HandoffEvent[]
  /** What the bus does not take. */
  refuses: (event: HandoffEvent) => boolean
  breaks: boolean
}

export const memorySink = (): MemorySink => {
  const sink: MemorySink = {
    heard: [],
    refuses: () => false,
    breaks: false,
    put: async (events) => {
      if (sink.breaks) throw new Error('the bus is gone')
      const taken = events.filter((event) => !sink.refuses(event))
      sink.heard.push(...taken)
      return taken
    },
  }
  return sink
}
