/** A door's environment lacks a name that it cannot do without. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'

  constructor(problems: string) {
    super(`environment: ${problems}`)
  }
}

/** What leaves a door that nobody answers for: Lambda writes it to the log with all that it holds, so it holds a class alone. */
export class DoorFailedError extends Error {
  override readonly name = 'DoorFailedError'

  constructor(cause: string) {
    super(`failed: ${cause}`)
  }
}

/** Path, query, header or body are not what the operation documents; the message says what is allowed. */
export class BadRequestError extends Error {
  override readonly name = 'BadRequestError'
}

/** The token is good, and says nothing that makes its bearer an agent here. */
export class NotAnAgentError extends Error {
  override readonly name = 'NotAnAgentError'

  constructor(reason: string) {
    super(`the token names no agent: ${reason}`)
  }
}

export class UnknownRouteError extends Error {
  override readonly name = 'UnknownRouteError'

  constructor() {
    super('no such route: GET /openapi.json lists what there is')
  }
}

export class MethodNotAllowedError extends Error {
  override readonly name = 'MethodNotAllowedError'

  constructor(allowed: string) {
    super(`method: must be ${allowed}`)
  }
}

export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'

  constructor(limit: number) {
    super(`body: must be at most ${limit} bytes`)
  }
}

export class ContentTypeError extends Error {
  override readonly name = 'ContentTypeError'

  constructor() {
    super('content-type: must be application/json')
  }
}
