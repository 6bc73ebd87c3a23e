import type { KeySchema, TableSurroundings } from '../surroundings.ts'
import type { Item } from './attribute-value.ts'

const mostBytes = { partition: 2_048, sort: 1_024 }

const keyNames = ({ partition, sort }: KeySchema): string[] => [partition, ...(sort === undefined ? [] : [sort])]

const bytes = (type: string, value: unknown): number =>
  type === 'B' ? Buffer.from(String(value), 'base64').length : Buffer.byteLength(String(value))

/** One value of a key: of the type that the table gives it, not empty, not too long. */
export const keyValueFaults = (
  { types }: TableSurroundings,
  name: string,
  value: Item[string] | undefined,
  role: keyof typeof mostBytes,
): readonly string[] => {
  const type = types[name] ?? 'S'
  if (!value || !(type in value)) return [`key ${name} is not of type ${type}`]
  const size = bytes(type, value[type])
  if (size === 0) return [`key ${name} is empty`]
  return size > mostBytes[role] ? [`key ${name} has ${size} bytes, over ${mostBytes[role]}`] : []
}

/** A whole key of the table: its attributes, each right, and in a `Key` nothing else. */
export const keyFaults = (table: TableSurroundings, record: Item, exactly: boolean): readonly string[] => {
  const names = keyNames(table)
  const others = Object.keys(record).filter((name) => !names.includes(name))
  return [
    ...keyValueFaults(table, table.partition, record[table.partition], 'partition'),
    ...(table.sort === undefined ? [] : keyValueFaults(table, table.sort, record[table.sort], 'sort')),
    ...(exactly && others.length > 0 ? [`a key names ${others.join(', ')}, which are no part of it`] : []),
  ]
}

/** An index leaves out a record without its key, but refuses one whose key is empty or of another type. */
export const indexKeyFaults = (table: TableSurroundings, fields: Item): readonly string[] =>
  Object.entries(table.indexes).flatMap(([index, keys]) =>
    keyNames(keys)
      .filter((name) => name in fields && !keyNames(table).includes(name))
      .flatMap((name) =>
        keyValueFaults(table, name, fields[name], name === keys.partition ? 'partition' : 'sort').map(
          (fault) => `index ${index}: ${fault}`,
        ),
      ),
  )

const longAgo = 1_000_000_000
const farAhead = 10_000_000_000

/** The time to live counts seconds; milliseconds would keep a record for fifty thousand years. */
export const timeToLiveFaults = ({ timeToLive }: TableSurroundings, fields: Item): readonly string[] => {
  const value = timeToLive === undefined ? undefined : fields[timeToLive]
  if (!value) return []
  const seconds = Number(value.N)
  return seconds > longAgo && seconds < farAhead
    ? []
    : [`${timeToLive} is no time in seconds: ${JSON.stringify(value)}`]
}
