import { stem } from '../words.ts'
import { type CompiledEntries, type EntryWeights, unpackEntries } from './compiled-entries.ts'
import { likenessTo } from './likeness.ts'
import { unpackQuestions } from './packed-questions.ts'
import { piecesOf, stemPiece } from './question-pieces.ts'
import { rowTable } from './row-table.ts'
import { openSenses } from './senses.ts'
import { foldedWords } from './stems.ts'
import { verdictOf } from './verdict.ts'
import { type Scale, type Weighed, weigh, weighWords } from './weighing.ts'

/** How sure the entries make us of an answer, and why. */
export interface EntryJudgement {
  /** Calibrated probability, 0 to 1, that `entry` answers the question. */
  readonly confidence: number
  /** The entry that fits best, however badly. */
  readonly entry: string
  /** Why not surer: a matter of the trade that the question fits better than any entry. */
  readonly neighbour?: string
  /** Words of the question, folded, that no entry's questions are known by. */
  readonly unheard: readonly string[]
}

export type EntryJudge = (question: string) => EntryJudgement

interface Known extends EntryWeights {
  readonly scale: Scale
  readonly entries: number
  readonly step: number
  readonly biases: readonly number[]
}

const marginsOf = ({ rows, values }: Weighed, { starts, classes, steps, step, biases }: Known): Float64Array => {
  const margins = Float64Array.from(biases)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const value = (values[at] ?? 0) * step
    const end = starts[row + 1] ?? 0
    for (let place = starts[row] ?? 0; place < end; place++) {
      const of = classes[place] ?? 0
      margins[of] = (margins[of] ?? 0) + value * (steps[place] ?? 0)
    }
  }
  return margins
}

/** True where some entry becomes likelier by the word. */
const speaks = (word: string, { scale, starts, classes, steps, entries }: Known): boolean => {
  const row = scale.rowOf(stemPiece(stem(word)))
  if (row === undefined) return false
  for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place++)
    if ((classes[place] ?? entries) < entries && (steps[place] ?? 0) > 0) return true
  return false
}

/** Judges questions by what synth learnt: under a millisecond each, no network. */
export const entryJudge = (compiled: CompiledEntries): EntryJudge => {
  const weights = unpackEntries(compiled)
  const scale = { rowOf: rowTable(weights.pieces), rarity: weights.rarities, unknown: compiled.unknownRarity }
  const sensesOf = openSenses(compiled.senses)
  const likeness = likenessTo(unpackQuestions(compiled.beside))
  const { step, biases, entries, neighbours, calibration } = compiled
  const known: Known = { ...weights, scale, entries: entries.length, step, biases }
  return (question) => {
    const pieces = piecesOf(question, sensesOf)
    const margins = marginsOf(weigh(pieces, scale), known)
    const { entry, margin, outside, outsideShare } = verdictOf(
      margins,
      entries.length,
      likeness(weighWords(pieces, scale)),
    )
    const neighbour = outsideShare > 0.5 ? neighbours[outside - 1] : undefined
    return {
      confidence: 1 / (1 + Math.exp(-(calibration.slope * margin + calibration.offset))),
      entry: entries[entry] ?? '',
      ...(neighbour !== undefined && { neighbour }),
      unheard: foldedWords(question).filter((word) => !speaks(word, known)),
    }
  }
}
