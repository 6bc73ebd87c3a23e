import type { Reading } from './reading.ts'
import type { Spoken } from './sayings.ts'

export interface Match {
  readonly weight: number
  /** In the customer's own words. */
  readonly matched: string
}

/** What the phrases say about a text. */
export interface Said {
  readonly matches: readonly Match[]
  /** Stretches of the text, as offsets, that say the opposite or only look like it: nobody else is to hear it there. */
  readonly denied: readonly (readonly [start: number, end: number])[]
}

/** What the phrases of every language find in a text, for every trigger at once. Pure: the same text, the same answer. */
export type Recognise = (reading: Reading) => Readonly<Record<Spoken, Said>>

/** What a phrase weighs that leaves no doubt. */
export const SURE = 0.95

/** Independent indications add up, none of them twice: 1 − ∏(1 − weight). */
export const score = (matches: readonly Match[]): number =>
  1 -
  [...new Map(matches.map((one) => [one.matched, one])).values()].reduce((rest, { weight }) => rest * (1 - weight), 1)

export const strongest = (matches: readonly Match[]): Match | undefined =>
  matches.reduce<Match | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  )
