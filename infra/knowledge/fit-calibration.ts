import type { BatonConfig } from '#shared/config/config.ts'
import { probabilityOfScore, type Scored } from '#shared/knowledge/bedrock-knowledge.ts'
import { calibrate } from '#shared/words/training/calibrate.ts'
import { type Asked, calibrationError, type Row, rowsOf } from './calibration-rows.ts'

type Calibration = BatonConfig['knowledge']['bedrock']['calibration']

/** Fewer would be fitted to chance. */
export const fewestQuestions = 20

export interface Fitted {
  readonly questions: number
  /** Of the questions, those whose best passage was of the right article. */
  readonly found: number
  readonly calibration: Calibration
  readonly error: { readonly before: number; readonly after: number }
}

const curveOf = (rows: readonly Row[]): Calibration => {
  const { slope, offset } = calibrate(rows.map(({ score, holds }) => ({ margin: score, holds, weight: 1 })))
  return { slope, offset }
}

const rounded = ({ slope, offset }: Calibration): Calibration => ({
  slope: Number(slope.toFixed(2)),
  offset: Number(offset.toFixed(2)),
})

/**
 * Asks the deployed store every noted question and fits the curve. The error after is of each question by a curve that
 * four fifths of the others were fitted to, so it is not flattered by its own rows.
 */
export const fitCalibration = async (
  search: (question: string) => Promise<readonly Scored[]>,
  asked: readonly Asked[],
  current: Calibration,
): Promise<Fitted> => {
  const all: (readonly Row[])[] = []
  for (const one of asked) all.push(rowsOf(one, await search(one.question)))
  const rows = all.flat()
  const by = (calibration: Calibration) => (score: number) => probabilityOfScore(score, calibration)
  const folds = [0, 1, 2, 3, 4].map((fold) => {
    const isOwn = (index: number) => index % 5 === fold
    const curve = by(curveOf(all.filter((_, index) => !isOwn(index)).flat()))
    return all
      .filter((_, index) => isOwn(index))
      .flat()
      .map(({ score, holds }) => ({ score: curve(score), holds }))
  })
  return {
    questions: asked.length,
    found: rows.filter(({ holds }) => holds).length,
    calibration: rounded(curveOf(rows)),
    error: { before: calibrationError(rows, by(current)), after: calibrationError(folds.flat(), (claimed) => claimed) },
  }
}
