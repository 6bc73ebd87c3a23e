import type { Measures } from './measure.ts'

/** What a trigger must reach at least. */
export interface Floor {
  readonly trigger: string
  /** Rows that count; all of them where a sensible person would not tell support from the rest. */
  readonly domain: 'support' | 'all'
  readonly english: Least
  readonly everywhere: Least
  readonly falsePositiveRate: number
}

interface Least {
  readonly recall?: number
  readonly f1?: number
}

const floor = (trigger: string, english: Least, everywhere: Least, falsePositiveRate: number): Floor => ({
  trigger,
  domain: trigger === 't3_distress' ? 'all' : 'support',
  english,
  everywhere,
  falsePositiveRate,
})

export const floors: readonly Floor[] = [
  floor('f1_human_request', { recall: 0.95, f1: 0.92 }, { recall: 0.9, f1: 0.88 }, 0.02),
  floor('f2_rephrase', { f1: 0.9 }, { f1: 0.88 }, 0.1),
  floor('f3_frustration', { f1: 0.78 }, { f1: 0.72 }, 0.1),
  floor('f4_out_of_scope', { f1: 0.82 }, { f1: 0.8 }, 0.18),
  floor('f5_low_confidence', { f1: 0.75 }, { f1: 0.72 }, 0.35),
  floor('t1_billing_dispute', { f1: 0.88 }, { f1: 0.82 }, 0.05),
  floor('t2_cancellation', { f1: 0.9 }, { f1: 0.82 }, 0.05),
  floor('t3_distress', { recall: 0.85 }, { recall: 0.7 }, 0.1),
  floor('t4_legal', { f1: 0.88 }, { f1: 0.82 }, 0.05),
]

export interface Held {
  readonly what: string
  readonly value: number
  readonly bound: number
  readonly met: boolean
}

/** Each bound of a floor with what was reached. */
export const heldTo = (floor: Floor, english: Measures, everywhere: Measures): readonly Held[] => [
  ...least('English', floor.english, english),
  ...least('all languages', floor.everywhere, everywhere),
  {
    what: 'false-positive rate',
    value: everywhere.falsePositiveRate.value,
    bound: floor.falsePositiveRate,
    met: everywhere.falsePositiveRate.value <= floor.falsePositiveRate,
  },
]

const least = (where: string, { recall, f1 }: Least, reached: Measures): readonly Held[] => [
  ...(recall === undefined ? [] : [atLeast(`${where}, recall`, reached.recall.value, recall)]),
  ...(f1 === undefined ? [] : [atLeast(`${where}, F1`, reached.f1, f1)]),
]

const atLeast = (what: string, value: number, bound: number): Held => ({ what, value, bound, met: value >= bound })
