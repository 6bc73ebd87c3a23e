import type { Listen } from './listen.ts'
import type { Recognise } from './recognise.ts'
import type { RepeatModel } from './repeated/model.ts'

/** What the triggers hear a customer's words with; a door makes them from what is laid beside it. */
export interface Ears {
  /** The trained classifier. */
  readonly listen: Listen
  /** The phrases. */
  readonly recognise: Recognise
  /** What tells that messages ask the same; opened when a conversation first has enough of them. */
  readonly repeats: () => RepeatModel
}
