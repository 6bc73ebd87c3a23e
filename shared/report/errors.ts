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
