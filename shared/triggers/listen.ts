/** How strongly one trigger is heard in a text, and in which words. */
export interface Heard {
  /** The trigger, or the company's own topic. */
  readonly head: string
  /** Calibrated, 0 to 1. */
  readonly probability: number
  /** The customer's own words that say it most. */
  readonly matched: string
}

/** What a trained classifier hears in a text, a line for each trigger it knows. Pure: the same text, the same answer. */
export type Listen = (text: string) => readonly Heard[]
