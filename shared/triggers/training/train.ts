import { featuresOf, TABLE_SIZE } from '../../words/features.ts'
import { sentencesOf } from '../../words/tokens.ts'
import { calibrate } from '../../words/training/calibrate.ts'
import { expand } from '../../words/training/expand.ts'
import { type Fitted, fitHeads, type Row } from '../../words/training/fit.ts'
import { misspell } from '../../words/training/misspell.ts'
import { seededRandom } from '../../words/training/random.ts'
import { createClassifier } from '../classifier/classifier.ts'
import type { Model } from '../classifier/model.ts'
import type { ExampleLine } from './example-lines.ts'
import { quantise } from './quantise.ts'

export interface TrainOptions {
  readonly heads: readonly string[]
  readonly seed: number
  /** Sentences drawn from a line with slots. */
  readonly drawn: number
  /** Share of longer words that slip in a misspelt copy of each sentence. */
  readonly slips: number
  readonly epochs: number
  readonly rate: number
  readonly ridge: number
  readonly folds: number
  readonly onProgress?: (line: string) => void
}

/** What makes the weights that are checked in; found by cross-validation over the authored examples. */
export const usualTraining = { seed: 20261122, drawn: 6, slips: 0.15, epochs: 12, rate: 0.5, ridge: 0.0003, folds: 3 }

interface Sample extends Row {
  readonly text: string
  readonly fold: number
}

export const samplesOf = (
  lines: readonly ExampleLine[],
  { heads, seed, drawn, slips, folds }: TrainOptions,
): readonly Sample[] => {
  const random = seededRandom(seed)
  return lines.flatMap(({ text, triggers }, at) => {
    const labels = triggers.reduce((bits, trigger) => bits | (1 << heads.indexOf(trigger)), 0)
    const texts = expand(text, drawn, random)
    const weight = 1 / Math.sqrt(texts.length)
    const sample = (one: string, share: number): Sample => ({
      text: one,
      features: featuresOf(sentencesOf(one)),
      labels,
      weight: weight * share,
      // Neighbouring lines are often alike: a fold takes ten in a row.
      fold: Math.floor(at / 10) % folds,
    })
    return texts.flatMap((one) => [sample(one, 1), sample(misspell(one, slips, random), 0.5)])
  })
}

/** Trains all heads, and calibrates each on texts that the training of their fold did not see. */
export const train = (lines: readonly ExampleLine[], options: TrainOptions): Model => {
  const { heads, folds, onProgress } = options
  const samples = samplesOf(lines, options)
  const fitted = (rows: readonly Row[], name: string): Fitted =>
    fitHeads(rows, {
      ...options,
      heads: heads.length,
      tableSize: TABLE_SIZE,
      random: seededRandom(options.seed),
      onEpoch: (epoch, loss) => onProgress?.(`${name}: epoch ${epoch} of ${options.epochs}, loss ${loss.toFixed(4)}`),
    })
  const unseen = Array.from({ length: folds }, (_, fold) => {
    const model = raw(
      fitted(
        samples.filter((one) => one.fold !== fold),
        `fold ${fold + 1} of ${folds}`,
      ),
      heads,
    )
    const classify = createClassifier(model)
    return samples
      .filter((one) => one.fold === fold)
      .map(({ text, labels, weight }) => ({ heard: classify(text), labels, weight }))
  }).flat()
  const calibrations = heads.map((_, head) =>
    calibrate(
      unseen.map(({ heard, labels, weight }) => ({
        margin: marginOf(heard[head]?.probability ?? 0),
        holds: ((labels >> head) & 1) === 1,
        weight,
      })),
    ),
  )
  return {
    ...raw(fitted(samples, 'all'), heads),
    slopes: calibrations.map(({ slope }) => slope),
    offsets: calibrations.map(({ offset }) => offset),
  }
}

const raw = (fitted: Fitted, heads: readonly string[]): Model => ({
  ...quantise(fitted, heads),
  slopes: heads.map(() => 1),
  offsets: heads.map(() => 0),
})

const marginOf = (probability: number): number => Math.log(probability / (1 - probability))
