/** Why there is no draft; never the model's own words. */
export type DraftFailure = 'throttled' | 'timed-out' | 'malformed' | 'refused' | 'failed' | 'paused'

export class AssistantUnavailableError extends Error {
  override readonly name = 'AssistantUnavailableError'
  readonly reason: DraftFailure

  constructor(reason: DraftFailure, options?: ErrorOptions) {
    super(`assistant unavailable: ${reason}`, options)
    this.reason = reason
  }
}
