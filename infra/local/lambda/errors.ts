/** An invocation that gave no answer: the function threw, timed out, or took its worker down. */
export class FunctionError extends Error {
  readonly functionId: string
  /** As Lambda reports it, such as `Error` or `Sandbox.Timedout`. */
  readonly errorType: string
  /** Where in the bundle it was thrown. */
  readonly functionStack: string | undefined

  constructor(functionId: string, errorType: string, message: string, functionStack?: string) {
    super(message)
    this.name = 'FunctionError'
    this.functionId = functionId
    this.errorType = errorType
    this.functionStack = functionStack
  }
}
