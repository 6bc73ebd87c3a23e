import type { Log } from '../log/log.ts'
import type { EventOutbox, EventSink } from './event-outbox.ts'

export interface OwedEventsPorts {
  readonly outbox: EventOutbox
  readonly sink: EventSink
  readonly log: Log
  readonly clock: () => number
}

/** What PutEvents takes at once. */
const atOnce = 10
const perPage = 100
/** A run of the sweep has a minute, and others have a claim to it. */
const longestMs = 10_000

/**
 * Sends what is owed, oldest first, and settles it afterwards: a crash in between sends it once more, under the same id.
 * What the bus does not take stays owed. Returns how many were sent; throws when the bus took none of a page.
 */
export const sendOwedEvents = async ({ outbox, sink, log, clock }: OwedEventsPorts): Promise<number> => {
  const started = clock()
  let sent = 0
  for (;;) {
    const owed = await outbox.owed(started, perPage)
    let taken = 0
    for (let at = 0; at < owed.length; at += atOnce) {
      const put = await sink.put(owed.slice(at, at + atOnce))
      await Promise.all(put.map((event) => outbox.settle(event)))
      for (const { type, handoffId, team } of put) log({ event: 'event.told', type, handoffId, team })
      taken += put.length
    }
    sent += taken
    if (owed.length > 0 && taken === 0) throw new Error(`the event bus took none of ${owed.length} events`)
    if (owed.length < perPage || clock() - started > longestMs) return sent
  }
}
