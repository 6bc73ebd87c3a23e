import { TABLE_SIZE } from '../../words/features.ts'

/** A trained classifier: one head per trigger, all over the same hashed features. */
export interface Model {
  readonly heads: readonly string[]
  /** `table[feature * heads.length + head]`, in steps. */
  readonly table: Int8Array
  /** What one step of the table is worth, by head. */
  readonly steps: readonly number[]
  readonly biases: readonly number[]
  /** Turns a head's margin into a probability: `1 / (1 + exp(-(slope * margin + offset)))`. */
  readonly slopes: readonly number[]
  readonly offsets: readonly number[]
}

const MAGIC = 'baton-triggers-1'

export class ModelError extends Error {
  override readonly name = 'ModelError'
}

/** One line of JSON, then the table byte by byte. */
export const writeModel = ({ table, ...header }: Model): Uint8Array => {
  const head = new TextEncoder().encode(`${JSON.stringify({ magic: MAGIC, ...header })}\n`)
  const bytes = new Uint8Array(head.length + table.length)
  bytes.set(head)
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), head.length)
  return bytes
}

const LINE_FEED = 10

/** Throws `ModelError` for bytes that another version of the training wrote. */
export const readModel = (bytes: Uint8Array, tableSize = TABLE_SIZE): Model => {
  const end = bytes.indexOf(LINE_FEED)
  const { magic, ...header } = end > 0 ? JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) : { magic: '' }
  if (magic !== MAGIC) throw new ModelError(`trigger weights begin with "${magic}", must begin with "${MAGIC}"`)
  const table = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1)
  const expected = tableSize * header.heads.length
  if (table.length !== expected)
    throw new ModelError(`trigger weights hold ${table.length} numbers, must be ${expected}`)
  return { ...header, table }
}
