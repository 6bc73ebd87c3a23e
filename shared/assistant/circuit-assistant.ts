import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import type { Log } from '../log/log.ts'
import type { Assistant } from './assistant.ts'
import { AssistantUnavailableError, type DraftFailure } from './errors.ts'

/** Failed drafts in a row, of at most two calls each, after which the model is left alone. */
const failedDrafts = 3
const pauseSeconds = 30

/** What a customer may bring about with a message does not count: nobody can switch the assistant off for others. */
const ofTheService: ReadonlySet<DraftFailure> = new Set(['throttled', 'timed-out', 'failed'])

const isOfTheService = (error: unknown): boolean =>
  error instanceof AssistantUnavailableError && ofTheService.has(error.reason)

/**
 * Leaves a failing model alone for a while: its customers go to people at once instead of waiting for a time-out each.
 * After the pause one draft tries, and its success ends it. Each execution environment keeps a circuit of its own; one
 * for all would cost a read a turn.
 */
export const circuitAssistant = (assistant: Assistant, log: Log): Assistant => {
  const breaker = new ConsecutiveBreaker(failedDrafts)
  const circuit = circuitBreaker(handleWhen(isOfTheService), { breaker, halfOpenAfter: pauseSeconds * 1_000 })
  circuit.onBreak(() => log({ event: 'assistant.paused', failures: failedDrafts, seconds: pauseSeconds }))
  circuit.onReset(() => log({ event: 'assistant.resumed' }))

  return {
    draft: async (request) => {
      try {
        return await circuit.execute(() => assistant.draft(request))
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw new AssistantUnavailableError('paused', { cause: error })
        throw error
      }
    },
  }
}
