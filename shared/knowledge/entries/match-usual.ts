import { seededRandom } from '../../words/training/random.ts'
import { fitClasses, likelihoods, marginsOf, type Sample } from './fit-classes.ts'
import { likenessTo } from './likeness.ts'
import type { Pieces } from './question-pieces.ts'
import { type Questions, scaleOf, type Weighed, weigh } from './weighing.ts'

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

const learnt = (known: readonly Questions[], rows: number) => {
  const samples = known.flatMap((texts, of) => texts.map((text): Sample => ({ text, of, weight: 1 })))
  const fitted = fitClasses(samples, { classes: known.length, rows, epochs: EPOCHS, random: seededRandom(SEED) })
  return (text: Weighed): Float64Array => likelihoods(marginsOf(text, fitted))
}

/** What share of the questions each class has; `classes`: of none asked, each has none. */
export const sharesOf = (all: readonly Float64Array[], classes: number): Float64Array => {
  const shares = new Float64Array(classes)
  for (const likelihood of all)
    for (const [of, one] of likelihood.entries()) shares[of] = (shares[of] ?? 0) + one / all.length
  return shares
}

/** How likely a question is to be each of the usual matters; the same for every company, so that the self-check's folds share it. */
export type TellMatter = (question: Pieces) => Float64Array

export const tellMatters = (matters: readonly (readonly Pieces[])[]): TellMatter => {
  const scale = scaleOf(matters.flat())
  const weighed = matters.map((questions) => questions.map((question) => weigh(question, scale)))
  const tell = learnt(weighed, scale.pieces.length)
  return (question) => tell(weigh(question, scale))
}

const best = (shares: Float64Array | undefined): number => shares?.indexOf(Math.max(...shares)) ?? 0

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

/** Tells for each usual matter what it is to the entries; `back`: for each entry what share of it each matter has. */
export const matchUsual = (
  entries: readonly Questions[],
  matters: readonly Questions[],
  back: readonly Float64Array[],
  rows: number,
): readonly Kinship[] => {
  const tell = learnt(entries, rows)
  const there = matters.map((texts) => sharesOf(texts.map(tell), entries.length))
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
