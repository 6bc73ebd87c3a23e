import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../local/json.ts'
import { itemBytes } from './item-size.ts'

/** A global secondary index that projects keys only. */
export interface KeysOnlyIndex {
  readonly name: string
  readonly keys: readonly string[]
}

/** An item before and after a write; absent: there was, or is, none. */
export interface ItemChange {
  readonly before: JsonObject | undefined
  readonly after: JsonObject | undefined
}

export interface WriteUnits {
  readonly table: number
  readonly index: number
}

const unitBytes = 1_024
/** A transaction prepares and commits: two units where a plain write takes one. Index entries follow later, once. */
const transactionFactor = 2
const tableKeys = ['pk', 'sk']

const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / unitBytes))

const entryOf = (item: JsonObject | undefined, { keys }: KeysOnlyIndex): JsonObject | undefined => {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined
  return Object.fromEntries([...new Set([...tableKeys, ...keys])].map((key) => [key, item[key] ?? null]))
}

/** A moved entry is one deleted and one put; an entry that stays as it was costs nothing. */
const indexUnits = ({ before, after }: ItemChange, index: KeysOnlyIndex): number => {
  const [old, next] = [entryOf(before, index), entryOf(after, index)]
  if (isDeepStrictEqual(old, next)) return 0
  return [old, next].reduce((units, entry) => units + (entry ? unitsOf(itemBytes(entry)) : 0), 0)
}

/** What one write of an item is billed: the larger of its two sizes, in steps of 1 KB, and every index entry it moves. */
export const writeUnits = (
  change: ItemChange,
  indexes: readonly KeysOnlyIndex[],
  transactional: boolean,
): WriteUnits => {
  const bytes = [change.before, change.after].map((item) => (item ? itemBytes(item) : 0))
  return {
    table: unitsOf(Math.max(...bytes)) * (transactional ? transactionFactor : 1),
    index: indexes.reduce((units, index) => units + indexUnits(change, index), 0),
  }
}
