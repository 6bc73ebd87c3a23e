/** A reference that the local cloud cannot answer, in something that it has to run. */
export class UnresolvedError extends Error {
  constructor(what: string, where: string) {
    super(`cannot resolve ${what} at ${where} of the template`)
    this.name = 'UnresolvedError'
  }
}

/** A start that cannot succeed, with a message for the person at the keyboard. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartError'
  }
}
