import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export interface CancellationReason {
  readonly Code: string
  readonly Message?: string
  readonly Item?: Readonly<Record<string, AttributeValue>>
}

/** An answer of 400 as DynamoDB gives it. */
export class TableError extends Error {
  readonly code: string
  /** Of a cancelled transaction, one per item; of a refused write, its own. */
  readonly reasons: readonly CancellationReason[] | undefined

  constructor(code: string, message: string, reasons?: readonly CancellationReason[]) {
    super(message)
    this.name = 'TableError'
    this.code = code
    this.reasons = reasons
  }
}
