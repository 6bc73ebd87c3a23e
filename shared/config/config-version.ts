import { createHash } from 'node:crypto'

/** Short hash of a configuration: the same however its fields are ordered, another as soon as one value is. */
export const configVersion = (config: object): string =>
  createHash('sha256').update(JSON.stringify(config, sortedFields)).digest('hex').slice(0, 12)

const sortedFields = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
