import { compareRuns } from '#tests/faults/commands/compare.ts'
import type { Tally } from '#tests/faults/commands/step.ts'
import type { Part } from '../figure.ts'

const usualRuns = 5_000
const every = 250

/** R3: the product beside its reference, command by command. */
export const model: Part = async (progress, scale) => {
  const numRuns = Math.ceil(usualRuns * scale)
  const told = (runs: number) => runs % every === 0 && progress(`${runs} runs`)
  const tallies = new Map<string, Tally>()
  const failure = await compareRuns({ numRuns, seed: 20_261_122 }, { tallies, told }).then(
    () => undefined,
    (error: Error) => error.message,
  )
  for (const [kind, { came, did }] of [...tallies].sort()) progress(`${kind}: ${did} of ${came} had something to do`)
  if (failure !== undefined) progress(failure)
  const steps = [...tallies.values()].reduce((sum, { did }) => sum + did, 0)
  const size = `${numRuns} runs of up to 60 commands, ${steps} of ${tallies.size} kinds did something`
  return {
    figures: [
      { part: 'R3 disagreements with the model', size, bar: '0', figure: failure ? '1 or more' : '0', met: !failure },
    ],
  }
}
