import { featuresOf } from '../../words/features.ts'
import { sentencesOf } from '../../words/tokens.ts'
import { type Calibration, calibrate, type Observed } from '../../words/training/calibrate.ts'
import { fitHeads, type Row } from '../../words/training/fit.ts'
import { misspell } from '../../words/training/misspell.ts'
import { seededRandom } from '../../words/training/random.ts'
import { createClassifier } from '../classifier/classifier.ts'
import type { Model } from '../classifier/model.ts'
import { OWN_TABLE_SIZE } from '../own-listen.ts'
import type { Background } from './own-topics-background.ts'
import { quantise } from './quantise.ts'

/** A company's own topic, by what customers write about it and what only looks like it. */
export interface TopicExamples {
  readonly id: string
  readonly examples: readonly string[]
  readonly counterexamples: readonly string[]
}

const SEED = 20261122
const FOLDS = 3
const FIT = { tableSize: OWN_TABLE_SIZE, epochs: 10, rate: 0.5, ridge: 0.002 }
const SLIPS = 0.2
/** A slip is one thought more, not one more customer. */
const SLIPPED_WEIGHT = 0.5
/** An author's one counterexample draws the line where it matters; a line about something else says little. */
const BACKGROUND_WEIGHT = 0.5
/** How many messages about other things come to one about the topic: what a probability of one half is measured by. */
const OTHERS_TO_ONE = 4

interface Sample extends Row {
  readonly text: string
  readonly fold: number
  /** As customers write it, and as often: what the probability is measured by. */
  readonly usual: boolean
}

/**
 * Trains a small classifier on the topics that have examples; none have, no model. Deterministic: the same
 * topics and background, the same bytes.
 */
export const trainOwnTopics = (topics: readonly TopicExamples[], background: Background): Model | undefined => {
  const taught = topics.filter(({ examples }) => examples.length > 0)
  if (taught.length === 0) return undefined
  const heads = taught.map(({ id }) => id)
  const samples = samplesOf(taught, background)
  const unseen = Array.from({ length: FOLDS }, (_, fold) => judgeFold(samples, fold, heads)).flat()
  const calibrations = heads.map((_, head) => neverBackwards(calibrate(balanced(unseen, head))))
  return {
    ...fitted(samples, heads),
    slopes: calibrations.map(({ slope }) => slope),
    offsets: calibrations.map(({ offset }) => offset),
  }
}

const samplesOf = (topics: readonly TopicExamples[], background: Background): readonly Sample[] => {
  const random = seededRandom(SEED)
  const written = [...new Set(topics.flatMap(({ examples, counterexamples }) => [...examples, ...counterexamples]))]
  const authored = new Set(written)
  const others = (texts: readonly string[]) => texts.filter((text) => !authored.has(text))
  const sample = (text: string, labels: number, weight: number, at: number, usual = true): Sample => ({
    text,
    features: featuresOf(sentencesOf(text)).map((feature) => feature & (OWN_TABLE_SIZE - 1)),
    labels,
    weight,
    fold: at % FOLDS,
    usual,
  })
  return [
    ...written.flatMap((text, at) => {
      const labels = topics.reduce((bits, { examples }, head) => bits | (Number(examples.includes(text)) << head), 0)
      return [sample(text, labels, 1, at), sample(misspell(text, SLIPS, random), labels, SLIPPED_WEIGHT, at, false)]
    }),
    ...others(background.far).map((text, at) => sample(text, 0, BACKGROUND_WEIGHT, at)),
    // Chosen for their likeness, they say nothing of how often a topic comes up.
    ...others(background.near).map((text, at) => sample(text, 0, BACKGROUND_WEIGHT, at, false)),
  ]
}

const fitted = (samples: readonly Sample[], heads: readonly string[]): Model => ({
  ...quantise(fitHeads(samples, { ...FIT, heads: heads.length, random: seededRandom(SEED) }), heads),
  slopes: heads.map(() => 1),
  offsets: heads.map(() => 0),
})

interface Unseen {
  readonly margins: readonly number[]
  readonly labels: number
}

/** What a model says about the fold that it was not trained on. */
const judgeFold = (samples: readonly Sample[], fold: number, heads: readonly string[]): readonly Unseen[] => {
  const others = samples.filter((sample) => sample.fold !== fold)
  const classify = createClassifier(fitted(others, heads))
  return samples
    .filter((sample) => sample.fold === fold && sample.usual)
    .map(({ text, labels }) => ({ margins: classify(text).map(({ probability }) => logit(probability)), labels }))
}

/** As many of the one as of the other would be heard; each counted a little for its opposite, since five examples are no proof. */
const balanced = (unseen: readonly Unseen[], head: number): readonly Observed[] => {
  const held = unseen.filter(({ labels }) => ((labels >> head) & 1) === 1)
  const others = unseen.filter(({ labels }) => ((labels >> head) & 1) === 0)
  const observed = (rows: readonly Unseen[], holds: boolean, total: number): readonly Observed[] =>
    rows.flatMap(({ margins }) => {
      const margin = margins[head] ?? 0
      // Platt's own correction against a slope without end where nothing overlaps.
      const opposite = 1 / (rows.length + 2)
      const weight = total / rows.length
      return [
        { margin, holds, weight: weight * (1 - opposite) },
        { margin, holds: !holds, weight: weight * opposite },
      ]
    })
  return [...observed(held, true, held.length), ...observed(others, false, held.length * OTHERS_TO_ONE)]
}

/** Examples that have nothing in common teach nothing: the less like them, the surer, would be nonsense. */
const neverBackwards = (calibration: Calibration): Calibration =>
  calibration.slope > 0 ? calibration : { slope: 0, offset: -Math.log(OTHERS_TO_ONE) }

const logit = (probability: number): number => Math.log(probability / (1 - probability))
