import type { Usage } from './usage.ts'

/** Why there is no draft; never the model's own words. */
export type DraftFailure =
  | 'throttled'
  | 'timed-out'
  | 'malformed'
  | 'refused'
  | 'guardrail'
  | 'other-language'
  | 'failed'
  | 'paused'

/** What was spent all the same. */
export interface Spent {
  readonly calls: number
  readonly usage: Usage
  /** The last that was called. */
  readonly model?: string
}

export class AssistantUnavailableError extends Error {
  override readonly name = 'AssistantUnavailableError'
  readonly reason: DraftFailure
  readonly spent: Spent | undefined

  constructor(reason: DraftFailure, { spent, ...options }: ErrorOptions & { readonly spent?: Spent } = {}) {
    super(`assistant unavailable: ${reason}`, options)
    this.reason = reason
    this.spent = spent
  }
}
