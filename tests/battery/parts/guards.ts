import { isCondition } from '#tests/faults/mutation/conditions.ts'
import { shownName, tryGuards } from '#tests/faults/mutation/try-guards.ts'
import type { Verdict } from '#tests/faults/mutation/try-mutants.ts'
import type { Figure, Part } from '../figure.ts'

const leastShare = 0.95

/** R13: each guard taken out, and the tests asked whether they noticed. */
export const guards: Part = async (progress, scale) => {
  const { named, derived, equivalent } = await tryGuards({ scale, progress })

  const figure = (part: string, size: string, verdicts: readonly Verdict[]): Figure => {
    const survivors = verdicts.filter(({ noticedBy }) => noticedBy === undefined)
    for (const { mutant } of survivors) progress(`nobody noticed: ${shownName(mutant)}`)
    const noticed = verdicts.length - survivors.length
    const met = noticed >= leastShare * verdicts.length
    return { part, size, bar: '≥ 95 %', figure: `${noticed} of ${verdicts.length}`, met }
  }
  const conditions = derived.filter(({ mutant }) => isCondition(mutant))
  const others = derived.filter(({ mutant }) => !isCondition(mutant))
  return {
    figures: [
      figure('R13 guards noticed', `${named.length} named guards`, named),
      figure('R13 conditions of writes noticed', `${conditions.length} derived from the source`, conditions),
      // Among them is much that guards nothing: the ends of pages, bounds of waits.
      {
        ...figure('R13 other branches noticed', `${others.length} derived, ${equivalent} without effect`, others),
        bar: 'to compare',
        met: undefined,
      },
    ],
  }
}
