import type { Calibration } from '../words/training/calibrate.ts'
import { notedCalibration } from './noted-calibration.ts'

/** Nothing is impossible, and nothing certain. */
const SMALLEST = 1e-4

export const logitOf = (sureness: number): number => {
  const share = Math.min(1 - SMALLEST, Math.max(SMALLEST, sureness))
  return Math.log(share / (1 - share))
}

/** The surer of two is too sure of itself, and noted questions are sure by a rate: what the two together come true as. */
export const probabilityOf = (sureness: number, { slope, offset }: Calibration = notedCalibration): number =>
  1 / (1 + Math.exp(-(slope * logitOf(sureness) + offset)))
