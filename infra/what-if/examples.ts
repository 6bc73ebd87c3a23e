import type { Difference } from '#shared/report/what-if/compare.ts'
import { differenceLines } from './difference-text.ts'

/** The first few of each kind. */
export const examples = (most: number) => {
  const kept = new Map<string, Difference[]>()
  return {
    add: (difference: Difference): void => {
      const of = kept.get(difference.kind) ?? []
      if (of.length < most) kept.set(difference.kind, [...of, difference])
    },
    lines: (): readonly string[] =>
      [...kept.values()].flatMap((of) => of.flatMap((one) => [...differenceLines(one), ''])),
  }
}
