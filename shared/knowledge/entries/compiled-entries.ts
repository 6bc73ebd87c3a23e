import type { Calibration } from '../../words/training/calibrate.ts'
import { base64, bytesOf } from './columns.ts'
import { type PackedQuestions, packQuestions } from './packed-questions.ts'
import type { CompiledSenses } from './senses.ts'
import type { Trained } from './train-entries.ts'

/** What synth learnt of a company's entries, as JSON: the same bytes for the same entries. */
export interface CompiledEntries {
  readonly entries: readonly string[]
  /** Matters of the trade that no entry answers. */
  readonly neighbours: readonly string[]
  readonly senses: CompiledSenses
  /** Base64 of little-endian columns; a piece's weights stand one after another in `classes` and `steps`. */
  readonly pieces: string
  readonly rarities: string
  readonly counts: string
  readonly classes: string
  readonly steps: string
  readonly unknownRarity: number
  /** What one step of the weights is worth. */
  readonly step: number
  readonly biases: readonly number[]
  readonly beside: PackedQuestions
  readonly calibration: Calibration
}

/** The same, ready to be judged with. */
export interface EntryWeights {
  readonly pieces: Uint32Array
  readonly rarities: Float32Array
  /** Where a piece's weights begin; one more than there are pieces. */
  readonly starts: Uint32Array
  readonly classes: Uint16Array
  readonly steps: Int8Array
}

const MOST_STEPS = 127
/** Smaller weights are cut: most of them, that together say nearly nothing. */
const FEWEST_STEPS = 2
/** Steps of a rarity: it is between one and about ten. */
const RARITY_STEPS = 24

const reachOf = (weights: Float32Array): number => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)

export const packEntries = (trained: Trained, senses: CompiledSenses, calibration: Calibration): CompiledEntries => {
  const { scale, fitted, entries, neighbours } = trained
  const step = Math.fround(reachOf(fitted.weights) / MOST_STEPS) || 1
  const [pieces, rarities, counts, classes, steps]: number[][] = [[], [], [], [], []]
  for (const [row, piece] of scale.pieces.entries()) {
    let kept = 0
    for (let of = 0; of < fitted.classes; of++) {
      const taken = Math.round((fitted.weights[row * fitted.classes + of] ?? 0) / step)
      if (Math.abs(taken) < FEWEST_STEPS) continue
      classes?.push(of)
      steps?.push(taken)
      kept++
    }
    pieces?.push(piece)
    rarities?.push(Math.round((scale.rarity[row] ?? 0) * RARITY_STEPS))
    counts?.push(kept)
  }
  return {
    entries,
    neighbours,
    senses,
    pieces: base64(Uint32Array.from(pieces ?? [])),
    rarities: base64(Uint8Array.from(rarities ?? [])),
    counts: base64(Uint16Array.from(counts ?? [])),
    classes: base64(Uint16Array.from(classes ?? [])),
    steps: base64(Int8Array.from(steps ?? [])),
    unknownRarity: Math.fround(scale.unknown),
    step,
    biases: [...fitted.biases].map(Math.fround),
    beside: packQuestions(trained.beside),
    calibration,
  }
}

export const unpackEntries = (compiled: CompiledEntries): EntryWeights => {
  const counts = new Uint16Array(bytesOf(compiled.counts))
  const starts = new Uint32Array(counts.length + 1)
  for (let at = 0; at < counts.length; at++) starts[at + 1] = (starts[at] ?? 0) + (counts[at] ?? 0)
  return {
    pieces: new Uint32Array(bytesOf(compiled.pieces)),
    rarities: Float32Array.from(new Uint8Array(bytesOf(compiled.rarities)), (steps) => steps / RARITY_STEPS),
    starts,
    classes: new Uint16Array(bytesOf(compiled.classes)),
    steps: new Int8Array(bytesOf(compiled.steps)),
  }
}
