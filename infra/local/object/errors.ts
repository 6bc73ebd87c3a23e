/** A refusal in S3's own words; `code` is what stands in its XML. */
export class ObjectError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ObjectError'
    this.status = status
    this.code = code
  }
}
