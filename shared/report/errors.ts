/** A line of an exported log that is none, by its number. It never repeats what the line says: those are customers' words. */
export class LogLineError extends Error {
  override readonly name = 'LogLineError'
  readonly line: number

  constructor(line: number, problem: string, options?: ErrorOptions) {
    super(`line ${line}: ${problem}`, options)
    this.line = line
  }
}

/** No page or table of that week was written: only the figures can be reckoned now. */
export class ReportNotWrittenError extends Error {
  override readonly name = 'ReportNotWrittenError'

  constructor(week: string) {
    super(`report: none of ${week} was written yet; as application/json its figures are there`)
  }
}

/** What somebody wants to try is no configuration: one line for each field. */
export class CandidateError extends Error {
  override readonly name = 'CandidateError'

  constructor(problems: readonly string[]) {
    super(`config: ${problems.slice(0, 10).join('; ')}`)
  }
}

/** One "what if" at a time: each reads the whole period. */
export class WhatIfUnderWayError extends Error {
  override readonly name = 'WhatIfUnderWayError'

  constructor(id: string) {
    super(`what-if: another one is under way, GET /what-if/${id} tells how far it is; one at a time`)
  }
}

export class WhatIfKeyReusedError extends Error {
  override readonly name = 'WhatIfKeyReusedError'

  constructor() {
    super('this idempotency key asked another what-if: use a new key for a new question')
  }
}

export class UnknownWhatIfError extends Error {
  override readonly name = 'UnknownWhatIfError'

  constructor() {
    super('what-if: none of that id: they are kept for seven days, or until somebody whom they quote is erased')
  }
}
