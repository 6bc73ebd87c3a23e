/** A line of an exported log that is none, by its number. It never repeats what the line says: those are customers' words. */
export class LogLineError extends Error {
  override readonly name = 'LogLineError'
  readonly line: number

  constructor(line: number, problem: string, options?: ErrorOptions) {
    super(`line ${line}: ${problem}`, options)
    this.line = line
  }
}
