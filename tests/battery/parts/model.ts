import { compareRuns } from '#tests/faults/commands/compare.ts'
import type { Part } from '../figure.ts'

const usualRuns = 5_000

/** R3: the product beside its reference, command by command. */
export const model: Part = async (progress, scale) => {
  const numRuns = Math.ceil(usualRuns * scale)
  const failure = await compareRuns({ numRuns, seed: 20_261_122 }).then(
    () => undefined,
    (error: Error) => error.message,
  )
  if (failure !== undefined) progress(failure)
  const size = `${numRuns} runs of up to 60 commands`
  return {
    figures: [
      { part: 'R3 disagreements with the model', size, bar: '0', figure: failure ? '1 or more' : '0', met: !failure },
    ],
  }
}
