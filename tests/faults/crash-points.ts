import type { Violation } from '#tests/simulation/check.ts'
import { answerFaults, type Call, type Fault, faults, pointOf, transactionFaults } from '#tests/simulation/fault.ts'
import type { SimulatedJourney } from '#tests/simulation/journeys.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { declaredTools } from '#tests/simulation/tools.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const lookingUp = testDeployed({ tools: declaredTools })

/** One fault at one call of one journey. */
export interface CrashPoint {
  readonly journey: SimulatedJourney
  readonly point: string
  readonly fault: Fault
}

export interface CrashResult extends CrashPoint {
  /** False when the journey never came to the point. */
  readonly visited: boolean
  readonly violations: readonly Violation[]
}

export const faultsOf = ({ service, operation }: Call): readonly Fault[] => {
  if (service === 'tool' || service === 'lambda') return [...faults, ...answerFaults]
  return operation === 'TransactWriteItems' ? [...faults, ...transactionFaults] : faults
}

/** Every call that the journey makes, with everything that can go wrong there. */
export const crashPointsOf = async (
  journey: SimulatedJourney,
  deployed = lookingUp,
): Promise<readonly CrashPoint[]> => {
  const calls = new Map<string, Call>()
  const simulation = new Simulation({ deployed, attempted: (call) => calls.set(pointOf(call), call) })
  await journey.play(simulation)
  return [...calls].flatMap(([point, call]) => faultsOf(call).map((fault) => ({ journey, point, fault })))
}

/** Plays the journey with the fault at its point, lets everything drain, and has agents finish what waits. */
export const strike = async (crash: CrashPoint, deployed = lookingUp): Promise<CrashResult> => {
  let visited = false
  const simulation = new Simulation({
    deployed,
    faults: (call) => {
      if (pointOf(call) !== crash.point) return undefined
      visited = true
      return crash.fault
    },
  })
  await crash.journey.play(simulation)
  await simulation.drain()
  const before = simulation.violations()
  await simulation.empty()
  return { ...crash, visited, violations: [...before, ...simulation.violations()] }
}
