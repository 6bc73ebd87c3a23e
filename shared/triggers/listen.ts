/** How strongly one trigger is heard in a text, and in which words. */
export interface Heard {
  /** The trigger, or the company's own topic. */
  readonly head: string
  /** Calibrated, 0 to 1. */
  readonly probability: number
  /** The customer's own words that say it most. */
  readonly matched: string
}

/** A part of a text, as offsets. */
export type Stretch = readonly [start: number, end: number]

/**
 * What a trained classifier hears in a text, a line for each trigger it knows; nothing that reaches into a denied stretch,
 * in the order they stand. Who asks about one trigger alone need not wait for the others: `head`. Pure: the same text, the same answer.
 */
export type Listen = (text: string, denied?: readonly Stretch[], head?: string) => readonly Heard[]
