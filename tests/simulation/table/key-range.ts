import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { type Bindings, valueIn } from './expression.ts'
import { TableError } from './table-error.ts'

/** One partition of the table or an index, and which of its sort keys. */
export interface KeyRange {
  readonly partition: string
  readonly from: string
  /** False for the end of the range. */
  readonly reaches: (sortKey: string) => boolean
  /** `from` itself is outside. */
  readonly beyond: boolean
}

const form =
  /^(?<hash>\w+) = (?<partition>:\w+)(?: AND (?:(?<sort>\w+) (?:BETWEEN (?<from>:\w+) AND (?<to>:\w+)|(?<sign><=|>=|<|>|=) (?<bound>:\w+))|begins_with\(\w+, (?<start>:\w+)\)))?$/

const textIn = (written: string | undefined, bindings: Bindings): string => {
  const value: AttributeValue | undefined = written === undefined ? undefined : valueIn(written, bindings)
  if (value?.S === undefined) throw new TableError('ValidationException', `the key ${written} must be a string`)
  return value.S
}

const everything = () => true

/** Reads the key conditions that Baton writes. */
export const keyRange = (text: string, bindings: Bindings): KeyRange => {
  const found = form.exec(text)?.groups
  if (!found) throw new TableError('ValidationException', `unexpected key condition "${text}"`)
  const partition = textIn(found.partition, bindings)
  if (found.start !== undefined) {
    const start = textIn(found.start, bindings)
    return { partition, from: start, beyond: false, reaches: (key) => key.startsWith(start) }
  }
  if (found.from !== undefined) {
    const [from, to] = [textIn(found.from, bindings), textIn(found.to, bindings)]
    if (from > to) throw new TableError('ValidationException', 'the end of a range stands before its beginning')
    return { partition, from, beyond: false, reaches: (key) => key <= to }
  }
  if (found.bound === undefined) return { partition, from: '', beyond: false, reaches: everything }
  const bound = textIn(found.bound, bindings)
  if (found.sign === '=') return { partition, from: bound, beyond: false, reaches: (key) => key === bound }
  if (found.sign?.startsWith('>')) return { partition, from: bound, beyond: found.sign === '>', reaches: everything }
  const reaches = found.sign === '<' ? (key: string) => key < bound : (key: string) => key <= bound
  return { partition, from: '', beyond: false, reaches }
}
