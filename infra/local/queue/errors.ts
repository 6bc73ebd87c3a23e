/** A refusal in the service's own words; `code` is the exception's name in the SDK. */
export class QueueError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'QueueError'
    this.code = code
  }
}
