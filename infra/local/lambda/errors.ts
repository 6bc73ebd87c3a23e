/** An invocation that gave no answer: the function threw, timed out, or took its worker down. */
export class FunctionError extends Error {
  readonly functionId: string
  /** As Lambda reports it, such as `Error` or `Sandbox.Timedout`. */
  readonly errorType: string

  constructor(functionId: string, errorType: string, message: string) {
    super(message)
    this.name = 'FunctionError'
    this.functionId = functionId
    this.errorType = errorType
  }
}
