import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import type { Log } from '../log/log.ts'
import { AssistantUnavailableError, type DraftFailure } from './errors.ts'

/**
 * Failed calls in a row after which the model is left alone. Calls, not drafts: a batch drafts for ten threads at once,
 * and each of them would try twice before the third draft has failed.
 */
const failedCalls = 6
const pauseSeconds = 30

/** What a customer may bring about with a message does not count: nobody can switch the assistant off for others. */
const ofTheService: ReadonlySet<DraftFailure> = new Set(['throttled', 'timed-out', 'failed'])

const isOfTheService = (error: unknown): boolean =>
  error instanceof AssistantUnavailableError && ofTheService.has(error.reason)

/** Makes a call of the model of this id, or refuses it. @throws AssistantUnavailableError `paused` when it was not made */
export type ModelCircuit = <T>(call: () => Promise<T>, model: string) => Promise<T>

const circuitOf = (log: Log, model: string) => {
  const breaker = new ConsecutiveBreaker(failedCalls)
  const circuit = circuitBreaker(handleWhen(isOfTheService), { breaker, halfOpenAfter: pauseSeconds * 1_000 })
  circuit.onBreak(() => log({ event: 'assistant.paused', model, failures: failedCalls, seconds: pauseSeconds }))
  circuit.onReset(() => log({ event: 'assistant.resumed', model }))
  return circuit
}

/**
 * Leaves a failing model alone for a while: another one is asked, or its customers go to people at once instead of waiting
 * for a time-out each. After the pause one call tries, and its success ends it. Each execution environment keeps a circuit
 * of its own for each model; one for all would cost a read a turn.
 */
export const modelCircuit = (log: Log): ModelCircuit => {
  const circuits = new Map<string, ReturnType<typeof circuitOf>>()

  return async (call, model) => {
    const circuit = circuits.get(model) ?? circuitOf(log, model)
    circuits.set(model, circuit)
    try {
      return await circuit.execute(call)
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new AssistantUnavailableError('paused', { cause: error })
      throw error
    }
  }
}
