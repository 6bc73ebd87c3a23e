/** DynamoDB gave up the day's export. */
export class ExportFailedError extends Error {
  override readonly name = 'ExportFailedError'

  constructor(day: string, code = 'no reason given') {
    super(`the export of ${day} failed: ${code}`)
  }
}
