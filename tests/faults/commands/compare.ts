import assert from 'node:assert/strict'
import fc from 'fast-check'
import { commands } from './commands.ts'
import { ComparedDesk } from './desk.ts'
import type { Tally } from './step.ts'

export interface Witness {
  /** How often each command came, and how often it had something to do. */
  readonly tallies?: Map<string, Tally>
  readonly told?: (runs: number) => unknown
}

/** Lets the same happen to the product and to its reference, and shrinks what they disagree about. */
export const compareRuns = async (
  runs: fc.Parameters<[Iterable<fc.AsyncCommand<object, ComparedDesk>>, number]>,
  { tallies = new Map(), told }: Witness = {},
): Promise<void> => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(commands, fc.nat(), async (steps, seed) => {
      const desk = new ComparedDesk(seed, tallies)
      await fc.asyncModelRun(() => ({ model: {}, real: desk }), steps)
      await desk.simulation.drain()
      assert.deepEqual(desk.simulation.violations(), [])
      count += 1
      told?.(count)
    }),
    runs,
  )
}
