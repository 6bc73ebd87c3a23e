/** Why there is no draft; never the model's own words. */
export type UnavailableCause =
  | 'throttled'
  | 'timed-out'
  | 'malformed-answer'
  | 'refused'
  | 'not-allowed'
  | 'unreachable'
  | 'failed-repeatedly'

export class AssistantUnavailableError extends Error {
  override readonly name = 'AssistantUnavailableError'
  readonly reason: UnavailableCause

  constructor(reason: UnavailableCause, options?: ErrorOptions) {
    super(`assistant unavailable: ${reason}`, options)
    this.reason = reason
  }
}
