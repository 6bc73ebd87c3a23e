import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export type AttributeValues = Readonly<Record<string, AttributeValue>>
export type Item = AttributeValues

export const textOf = (value: AttributeValue | undefined): string => value?.S ?? value?.N ?? ''

/** Orders two values of one type as DynamoDB does; undefined where their types differ and nothing can be said. */
export const compare = (one: AttributeValue, other: AttributeValue): number | undefined => {
  if (one.S !== undefined && other.S !== undefined) return one.S < other.S ? -1 : one.S > other.S ? 1 : 0
  if (one.N !== undefined && other.N !== undefined) return Number(one.N) - Number(other.N)
  if (one.BOOL !== undefined && other.BOOL !== undefined) return Number(one.BOOL) - Number(other.BOOL)
  return JSON.stringify(one) === JSON.stringify(other) ? 0 : undefined
}

/** What `size()` says. */
export const sizeOf = (value: AttributeValue): number => {
  const many = value.SS ?? value.NS ?? value.L
  if (many) return many.length
  return value.M ? Object.keys(value.M).length : textOf(value).length
}

/** Set and number attributes are added to; an empty set is no attribute at all. */
export const added = (old: AttributeValue | undefined, by: AttributeValue): AttributeValue =>
  by.SS ? { SS: [...new Set([...(old?.SS ?? []), ...by.SS])] } : { N: String(Number(old?.N ?? 0) + Number(by.N)) }

export const without = (old: AttributeValue | undefined, gone: AttributeValue): AttributeValue | undefined => {
  const left = (old?.SS ?? []).filter((member) => !gone.SS?.includes(member))
  return left.length > 0 ? { SS: left } : undefined
}

/** Near enough to how DynamoDB counts an item's bytes: names and texts. */
export const bytesOf = (item: Item): number => Buffer.byteLength(JSON.stringify(item))
