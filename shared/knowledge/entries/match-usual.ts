import { seededRandom } from '../../words/training/random.ts'
import { fitClasses, likelihoods, marginsOf, type Sample } from './fit-classes.ts'
import { likenessTo } from './likeness.ts'
import type { Questions } from './weighing.ts'

/**
 * What a usual matter is to a company: one of its entries under another name; perhaps one, so nothing can be learnt
 * from it; a neighbour that it says nothing about; or far from it.
 */
export type Kinship = { readonly kind: 'same'; readonly entry: number } | { readonly kind: 'unclear' | 'near' | 'far' }

/** Found on authored companies. Each the other's best, and both clearly. */
const MUTUAL = 0.12
/** An entry wide enough to hold the whole matter. */
const HELD = 0.6
const HELD_BACK = 0.1
const TOO_ALIKE = 0.4
const TOO_ALIKE_BACK = 0.2
/** Mean cosine to the closest of the company's questions. */
const NEAR = 0.35

const EPOCHS = 8
const SEED = 8

/** `shares[a][b]`: the share of the one's questions that would be taken for the other's, were there nothing else. */
const sharesIn = (asked: readonly Questions[], known: readonly Questions[], rows: number): Float64Array[] => {
  const samples = known.flatMap((texts, of) => texts.map((text): Sample => ({ text, of, weight: 1 })))
  const options = { classes: known.length, rows, epochs: EPOCHS, random: seededRandom(SEED) }
  const fitted = fitClasses(samples, options)
  return asked.map((texts) => {
    const shares = new Float64Array(known.length)
    for (const text of texts)
      for (const [of, likelihood] of likelihoods(marginsOf(text, fitted)).entries())
        shares[of] = (shares[of] ?? 0) + likelihood / texts.length
    return shares
  })
}

const best = (shares: Float64Array | undefined): number => shares?.indexOf(Math.max(...shares)) ?? 0

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

/** Tells for each usual matter what it is to the entries. */
export const matchUsual = (
  entries: readonly Questions[],
  matters: readonly Questions[],
  rows: number,
): readonly Kinship[] => {
  const there = sharesIn(matters, entries, rows)
  const back = sharesIn(entries, matters, rows)
  const likeness = likenessTo([entries.flat()])
  return matters.map((texts, matter): Kinship => {
    const entry = best(there[matter])
    const share = there[matter]?.[entry] ?? 0
    const shareBack = back[entry]?.[matter] ?? 0
    const mutual = best(back[entry]) === matter
    if ((mutual && share * shareBack > MUTUAL) || (share > HELD && shareBack > HELD_BACK))
      return { kind: 'same', entry }
    if (mutual || share > TOO_ALIKE || shareBack > TOO_ALIKE_BACK) return { kind: 'unclear' }
    return { kind: mean(texts.map((text) => likeness(text)[0] ?? 0)) > NEAR ? 'near' : 'far' }
  })
}
