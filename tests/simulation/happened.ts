import type { Delivered } from './channel.ts'
import type { Taken } from './people.ts'

/** Everything that a run did to the world outside the doors. */
export interface Happened {
  readonly taken: readonly Taken[]
  /** Texts of deliveries that nobody was told are taken: they may have been kept all the same. */
  readonly unanswered: ReadonlySet<string>
  readonly delivered: readonly Delivered[]
  /** Runs of doors that met a fault: only what these sent may be sent again. */
  readonly faulty: ReadonlySet<number>
  /** How often each handoff really came to a line and was really taken from it. */
  readonly moves: ReadonlyMap<string, Moves>
  /** When threads were erased: what was there by then has to be gone. By thread id. */
  readonly erased: ReadonlyMap<string, number>
  /** How far a time may be from when it was written: as far as the clocks are off, and as long as a door runs. */
  readonly toleranceMs: number
}

export interface Moves {
  readonly openedAt: number
  readonly firstClaimedAt?: number
  readonly arrivals: number
  readonly claims: number
}

/** A broken promise: which one, and where. */
export interface Violation {
  readonly promise:
    | 'lost'
    | 'unexpected'
    | 'duplicate'
    | 'order'
    | 'assistant-after-handoff'
    | 'unanswered'
    | 'stuck'
    | 'notice'
    | 'stale'
    | 'bookkeeping'
  readonly what: string
  readonly thread?: string
}
