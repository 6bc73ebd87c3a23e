import { writeFileSync } from 'node:fs'
import { logitOf, probabilityOf } from '#shared/knowledge/probability.ts'
import { type Calibration, calibrate } from '#shared/words/training/calibrate.ts'
import type { Asked } from './asked.ts'
import { askAuthored } from './companies.ts'
import { figuresOf } from './figures.ts'

/**
 * Fits what a sureness comes true as, on the authored companies alone, each counting the same: `node tests/eval/retrieval/fit.ts`.
 * Prints what each company would have been claimed by a fit on the others.
 */
const fitted = (asked: readonly Asked[]): Calibration => {
  const companies = Map.groupBy(asked, ({ company }) => company)
  const { slope, offset } = calibrate(
    asked.map(({ company, sureness, place }) => ({
      margin: logitOf(sureness),
      holds: place === 0,
      weight: 100 / (companies.get(company)?.length ?? 1),
    })),
  )
  return { slope: rounded(slope), offset: rounded(offset) }
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000

const claimed = (asked: readonly Asked[], calibration: Calibration): readonly Asked[] =>
  asked.map((one) => ({ ...one, confidence: probabilityOf(one.sureness, calibration) }))

const authored = await askAuthored()
const { slope, offset } = fitted(authored)
writeFileSync(
  new URL('../../../shared/knowledge/noted-calibration.ts', import.meta.url),
  `/** Written by \`node tests/eval/retrieval/fit.ts\`; see docs/decisions/0070. */
export const notedCalibration = { slope: ${slope}, offset: ${offset} }\n`,
)
const others = [...Map.groupBy(authored, ({ company }) => company)].flatMap(([name, own]) =>
  claimed(own, fitted(authored.filter(({ company }) => company !== name))),
)
const error = (asked: readonly Asked[]): string => figuresOf(asked).calibrationError.toFixed(3)
const bare = authored.map((one) => ({ ...one, confidence: one.sureness }))
console.log(`slope ${slope}, offset ${offset}; calibration error of the sureness itself ${error(bare)},`)
console.log(
  `fitted ${error(claimed(authored, { slope, offset }))}, each company by a fit on the others ${error(others)}`,
)
