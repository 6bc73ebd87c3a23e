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
  return {
    figures: [
      figure('R13 guards noticed', `${named.length} named guards`, named),
      figure('R13 guards in the syntax noticed', `${derived.length} derived, ${equivalent} without effect`, derived),
    ],
  }
}
