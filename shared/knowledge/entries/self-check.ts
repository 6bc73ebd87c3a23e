import { type Calibration, calibrate, type Observed } from '../../words/training/calibrate.ts'
import { marginsOf as classMargins } from './fit-classes.ts'
import type { Pieces } from './question-pieces.ts'
import { type Lessons, type Trained, trainEntries } from './train-entries.ts'
import { verdictOf } from './verdict.ts'
import { weigh, weighWords } from './weighing.ts'

const FOLDS = 4
/** What most companies come to; as good as this many observations, so that a handful of questions leaps nowhere. */
const USUAL_SLOPE = 0.27
const USUAL_MIDDLE = -1
const USUAL_WEIGHT = 12
const MARGINS = [-18, -12, -6, -2, 0, 2, 6, 12, 18]
/** Of questions about matters that a company was not told of: the share that it is not to be sure of. */
const REFUSED_NEAR = 0.75
/** Of its own entries' questions at most this share, asked of a company that knows a quarter less. In use it is a third of that. */
const REFUSED_INSIDE = 0.35

const isHeld = (at: number, fold: number): boolean => at % FOLDS === fold

/** A fold's company: a quarter of the entries unwritten, a quarter of the other entries' questions unseen. */
const lessonsOf = ({ entries, ordinary, ...same }: Lessons, fold: number): Lessons => ({
  ...same,
  entries: entries
    .filter((_, at) => !isHeld(at, fold))
    .map(({ name, questions }) => ({ name, questions: seenOf(questions, fold) })),
  ordinary: ordinary.filter((_, at) => !isHeld(at, fold)),
})

/** An entry without a question would be none: one of its questions is always seen. */
const seenOf = (questions: readonly Pieces[], fold: number): readonly Pieces[] =>
  questions.filter((_, at) => at === 0 || !isHeld(at, fold))

const unseenOf = (questions: readonly Pieces[], fold: number): readonly Pieces[] =>
  questions.filter((_, at) => at > 0 && isHeld(at, fold))

interface Asked {
  readonly text: Pieces
  /** The entry that answers it; undefined for one outside. */
  readonly answeredBy?: string
}

const judge = (
  { text, answeredBy }: Asked,
  { scale, fitted, entries, likeness }: Trained,
): Omit<Observed, 'weight'> => {
  const { entry, margin } = verdictOf(
    classMargins(weigh(text, scale), fitted),
    entries.length,
    likeness(weighWords(text, scale)),
  )
  return { margin, holds: answeredBy !== undefined && entries[entry] === answeredBy }
}

const observe = (lessons: Lessons, fold: number): { inside: Asked[]; near: Asked[]; far: Asked[] } => ({
  inside: lessons.entries.flatMap(({ name, questions }, at) =>
    isHeld(at, fold) ? [] : unseenOf(questions, fold).map((text) => ({ text, answeredBy: name })),
  ),
  near: lessons.entries.flatMap(({ questions }, at) => (isHeld(at, fold) ? questions.map((text) => ({ text })) : [])),
  far: lessons.ordinary.flatMap((text, at) => (isHeld(at, fold) ? [{ text }] : [])),
})

const usually: readonly Observed[] = MARGINS.flatMap((margin) => {
  const probability = 1 / (1 + Math.exp(-USUAL_SLOPE * (margin - USUAL_MIDDLE)))
  const weight = USUAL_WEIGHT / MARGINS.length
  return [
    { margin, holds: true, weight: weight * probability },
    { margin, holds: false, weight: weight * (1 - probability) },
  ]
})

/**
 * How sure a margin makes us, asked of the company's own questions: those of entries it knows, against those of entries
 * it was not told of and everyday messages. The slope is Platt's; the middle is a rate and no probability, as the odds
 * of a real message are not those of written examples: on hurried chat logs Platt's refused twice as many as elsewhere.
 */
export const selfCheck = (lessons: Lessons, train: typeof trainEntries = trainEntries): Calibration => {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const trained = train(lessonsOf(lessons, fold))
    const { inside, near, far } = observe(lessons, fold)
    const judged = (asked: readonly Asked[]) => asked.map((one) => judge(one, trained))
    // Nothing is a neighbour of a company that knows nothing.
    return { inside: judged(inside), near: trained.entries.length > 0 ? judged(near) : [], far: judged(far) }
  })
  const all = (part: 'inside' | 'near' | 'far', share: number): Observed[] => {
    const observed = folds.flatMap((fold) => fold[part])
    const known = folds.reduce((sum, { inside }) => sum + inside.length, 0)
    return observed.map((one) => ({ ...one, weight: (share * known) / observed.length }))
  }
  const { slope } = calibrate([...all('inside', 1), ...all('near', 0.5), ...all('far', 0.5), ...usually])
  const marginsOf = (part: 'inside' | 'near'): number[] =>
    folds.flatMap((fold) => fold[part].map(({ margin }) => margin))
  return { slope, offset: Math.fround(-slope * middleOf(marginsOf('inside'), marginsOf('near'))) }
}

/** The margin at which one is as sure as not. */
const middleOf = (inside: readonly number[], near: readonly number[]): number => {
  const found = Math.min(quantile(near, REFUSED_NEAR), quantile(inside, REFUSED_INSIDE))
  const asked = inside.length
  return asked === 0 || near.length === 0
    ? USUAL_MIDDLE
    : (asked * found + USUAL_WEIGHT * USUAL_MIDDLE) / (asked + USUAL_WEIGHT)
}

const quantile = (margins: readonly number[], share: number): number =>
  margins.toSorted((a, b) => a - b)[Math.floor(share * margins.length)] ?? 0
