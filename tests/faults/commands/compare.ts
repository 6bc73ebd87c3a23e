import assert from 'node:assert/strict'
import fc from 'fast-check'
import { commands } from './commands.ts'
import { ComparedDesk } from './desk.ts'

/** As fast-check prints a failure: kept, it is played again by every run of the tests. */
export interface FoundFailure {
  readonly seed: number
  readonly path: string
}

/** Lets the same happen to the product and to its reference, and shrinks what they disagree about. */
export const compareRuns = (runs: fc.Parameters<[Iterable<fc.AsyncCommand<object, ComparedDesk>>, number]>) =>
  fc.assert(
    fc.asyncProperty(commands, fc.nat(), async (steps, seed) => {
      const desk = new ComparedDesk(seed)
      await fc.asyncModelRun(() => ({ model: {}, real: desk }), steps)
      await desk.simulation.drain()
      assert.deepEqual(desk.simulation.violations(), [])
    }),
    runs,
  )
