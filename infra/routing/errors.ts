/** A case that cannot be routed: a line for everything that is wrong with it. */
export class CaseError extends Error {
  override readonly name = 'CaseError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}
