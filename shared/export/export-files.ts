/** Where the pieces of an export lie in its bucket. */
export const exportPlaces = {
  /** DynamoDB writes below it: `exports/<day>/AWSDynamoDB/<export>/`. */
  exports: 'exports/',
  /** What Athena reads: one file that names the files of the newest export. */
  table: 'table/',
  /** What Athena answered. */
  results: 'results/',
  /** Its age is that of the last erasure. */
  erased: 'erased',
} as const

/** One export as its files tell. Times are epoch milliseconds. */
export interface SeenExport {
  /** All of its files begin with it. */
  readonly prefix: string
  /** Of its first file. */
  readonly startedAt: number
  /** Once it is whole. */
  readonly finished?: {
    /** The moment that it is a picture of. */
    readonly pictureOf: number
    readonly items: number
    /** Of the data, by key. */
    readonly files: readonly string[]
  }
}

/** Everything that an export ever put into the bucket, as it is now. */
export interface SeenExports {
  readonly exports: readonly SeenExport[]
  /** When somebody was erased last. */
  readonly erasedAt?: number
}

/** The exports, as whoever erases a customer needs them. */
export interface ErasedExports {
  /**
   * Deletes every export, what Athena reads and what it answered, and leaves a mark: an export that is being written now is
   * never read, and is deleted once it is whole. To be called after the table was erased. Idempotent; throws while anything is left.
   * @returns how many exports are gone
   */
  forget(): Promise<number>
}

/** The exports, as whoever keeps them in order needs them. */
export interface ExportFiles extends ErasedExports {
  look(): Promise<SeenExports>
  /** What Athena reads from here on; nothing: an empty table. Idempotent, at once. */
  show(files: readonly string[]): Promise<void>
  /** Deletes an export whole. Idempotent. */
  remove(prefix: string): Promise<void>
  /** Deletes what Athena answered up to a moment. Idempotent. */
  removeResults(until: number): Promise<void>
}
