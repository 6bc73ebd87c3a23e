import type { Asked } from './asked.ts'

/** A tenth of the questions, by confidence. */
export interface Tenth {
  /** Mean of what was claimed. */
  readonly claimed: number
  /** Share whose first passage answers. */
  readonly held: number
  readonly count: number
}

export interface Figures {
  readonly questions: number
  readonly answerable: number
  /** Of the answerable: the first passage answers. */
  readonly recallAt1: number
  /** Of the answerable: one of five passages does. */
  readonly recallAt5: number
  /** How far claims lie from what comes true, over ten bins of as many questions each. */
  readonly calibrationError: number
  /** Mean squared distance of the claim from what came true. */
  readonly brier: number
}

const BINS = 10

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / (values.length || 1)
const isFirst = ({ place }: Asked): boolean => place === 0

/** Ten bins of as many questions each, the least sure first; empty ones are left out. */
export const tenthsOf = (asked: readonly Asked[]): readonly Tenth[] => {
  const ordered = asked.toSorted((one, other) => one.confidence - other.confidence)
  const cut = (bin: number): number => Math.floor((bin * ordered.length) / BINS)
  return Array.from({ length: BINS }, (_, bin) => ordered.slice(cut(bin), cut(bin + 1)))
    .filter(({ length }) => length > 0)
    .map((bin) => ({
      claimed: mean(bin.map(({ confidence }) => confidence)),
      held: mean(bin.map((one) => Number(isFirst(one)))),
      count: bin.length,
    }))
}

export const figuresOf = (asked: readonly Asked[]): Figures => {
  const answerable = asked.filter((one) => one.answerable)
  const within = (places: number) => mean(answerable.map(({ place = places }) => Number(place < places)))
  const apart = tenthsOf(asked).map(({ claimed, held, count }) => count * Math.abs(claimed - held))
  return {
    questions: asked.length,
    answerable: answerable.length,
    recallAt1: within(1),
    recallAt5: within(5),
    calibrationError: apart.reduce((sum, one) => sum + one, 0) / (asked.length || 1),
    brier: mean(asked.map((one) => (one.confidence - Number(isFirst(one))) ** 2)),
  }
}
