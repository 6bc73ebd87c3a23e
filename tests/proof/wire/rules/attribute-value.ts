import { isObject } from '#infra/local/json.ts'

/** An attribute value as it travels: one type, and what belongs to it. */
export type AttributeValue = Readonly<Record<string, unknown>>
export type Item = Readonly<Record<string, AttributeValue>>

export const itemBytesLimit = 400 * 1_024
const mostNested = 32
const most = { digits: 38, exponent: 125 }

const numberFault = (text: unknown): string | undefined => {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(text)) ?? []
  if (whole === '') return `${String(text)} is no number`
  const digits = `${whole}${fraction}`.replace(/^0+|0+$/g, '')
  if (digits.length > most.digits) return `${String(text)} has more than ${most.digits} digits`
  return Math.abs(Number(exponent) + whole.length) > most.exponent ? `${String(text)} is out of range` : undefined
}

const setFaults = (members: readonly unknown[]): string[] => [
  ...(members.length === 0 ? ['a set is empty'] : []),
  ...(new Set(members.map(String)).size < members.length ? ['a set has a member twice'] : []),
]

const ofType = (type: string, value: unknown, depth: number): readonly string[] => {
  if (type === 'N') return [numberFault(value)].filter((fault) => fault !== undefined)
  if (type === 'NULL') return value === true ? [] : ['NULL is not true']
  if (type === 'M')
    return Object.entries(isObject(value) ? value : {}).flatMap(([name, one]) => within(name, one, depth))
  if (type === 'L') return (Array.isArray(value) ? value : []).flatMap((one, n) => within(String(n), one, depth))
  if (type === 'NS') {
    const members: readonly unknown[] = Array.isArray(value) ? value : []
    return [...setFaults(members), ...members.map(numberFault).filter((fault) => fault !== undefined)]
  }
  return type === 'SS' || type === 'BS' ? setFaults(Array.isArray(value) ? value : []) : []
}

const within = (name: string, value: unknown, depth: number): string[] =>
  attributeFaults(value, depth + 1).map((fault) => `${name}: ${fault}`)

/** What no model says of an attribute value: one type only, real numbers, no empty sets, not too deep. */
export const attributeFaults = (value: unknown, depth = 1): readonly string[] => {
  if (!isObject(value)) return ['is no attribute value']
  const types = Object.keys(value)
  const [type] = types
  if (type === undefined || types.length > 1) return [`has ${types.length} types: ${types.join(', ')}`]
  if (depth > mostNested) return [`is nested deeper than ${mostNested}`]
  return ofType(type, value[type], depth)
}

const bytesOf = (type: string, value: unknown): number => {
  if (type === 'S') return Buffer.byteLength(String(value))
  if (type === 'B') return Buffer.from(String(value), 'base64').length
  // Two digits to a byte, one for the exponent, one for the sign.
  if (type === 'N') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 2
  if (type === 'M') return 3 + itemBytes(value as Item) + Object.keys(value as Item).length
  if (type === 'L') return 3 + (value as AttributeValue[]).reduce((sum, one) => sum + 1 + valueBytes(one), 0)
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + bytesOf(type[0] ?? 'S', one), 0)
  return 1
}

const valueBytes = (value: AttributeValue): number =>
  Object.entries(value).reduce((sum, [type, inner]) => sum + bytesOf(type, inner), 0)

/** As DynamoDB counts it against its limit: names and values. */
export const itemBytes = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0)
