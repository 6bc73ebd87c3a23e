import { AssistantUnavailableError, type DraftFailure, type Spent } from './errors.ts'
import { noUsage, plus, type Usage } from './usage.ts'

/** Under this a second call is not worth starting: the customer would only wait longer for the same handoff. */
export const usefulMs = 1_500
const triesPerTurn = 2
/** Asked again, it would say the same. */
const final: ReadonlySet<DraftFailure> = new Set(['guardrail'])

export interface TriesFacts {
  /** At least one, in their order. */
  readonly models: readonly string[]
  readonly mostCalls: number
  readonly budgetMs: number
  readonly callTimeoutMs: number
  readonly clock: () => number
}

export interface NextCall {
  readonly model: string
  readonly timeoutMs: number
  readonly number: number
}

/** What of a turn's calls is made and what is left: which model is next, and for how long. */
export interface Tries {
  readonly deadline: number
  /** Undefined when nothing is left. */
  next(): NextCall | undefined
  made(): void
  used(usage: Usage): void
  /** The next call goes to the next model, if there is one. */
  failed(error: AssistantUnavailableError): void
  failures(): number
  spent(): Spent
  gaveUp(): AssistantUnavailableError
}

export const openTries = ({ models, mostCalls, budgetMs, callTimeoutMs, clock }: TriesFacts): Tries => {
  const deadline = clock() + budgetMs
  let [at, failures, spent, over]: [number, number, Spent, boolean] = [0, 0, { calls: 0, usage: noUsage }, false]
  let last: AssistantUnavailableError | undefined

  return {
    deadline,
    next: () => {
      const left = deadline - clock()
      const model = models[at]
      if (over || model === undefined || left < usefulMs || failures >= triesPerTurn || spent.calls >= mostCalls)
        return undefined
      return { model, timeoutMs: Math.min(left, callTimeoutMs), number: spent.calls + 1 }
    },
    made: () => {
      const model = models[at]
      spent = { ...spent, calls: spent.calls + 1, ...(model !== undefined && { model }) }
    },
    used: (usage) => {
      spent = { ...spent, usage: plus(spent.usage, usage) }
    },
    failed: (error) => {
      const isPaused = error.reason === 'paused'
      // That a model is left alone says nothing of why an earlier one failed.
      if (!isPaused || !last) last = error
      failures += isPaused ? 0 : 1
      over = final.has(error.reason) || (isPaused && at === models.length - 1)
      at = Math.min(at + 1, models.length - 1)
    },
    failures: () => failures,
    spent: () => spent,
    gaveUp: () => new AssistantUnavailableError(last?.reason ?? 'failed', { cause: last, spent }),
  }
}
