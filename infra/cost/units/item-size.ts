import { asList, asObject, type Json, type JsonObject } from '../../local/json.ts'

/** A list or a map, whatever it holds. */
const containerBytes = 3
/** Each element of a list or a map, beside its own size. */
const elementBytes = 1

const textBytes = (text: string): number => Buffer.byteLength(text)

/** A byte for two significant digits and one more; zeroes at either end and the exponent take no room, a sign does. */
const numberBytes = (text: string): number => {
  const [mantissa = ''] = text.toLowerCase().split('e')
  const digits = mantissa.replace(/^[+-]?0*|\./g, '').replace(/^0+|0+$/g, '')
  return Math.ceil(digits.length / 2) + 1 + (mantissa.startsWith('-') ? 1 : 0)
}

const base64Bytes = (text: string): number => Buffer.from(text, 'base64').length

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

const fieldBytes = (fields: JsonObject): number[] =>
  Object.entries(fields).map(([name, value]) => textBytes(name) + valueBytes(value))

/** One attribute value in DynamoDB's own JSON, such as `{ S: 'text' }`. */
const valueBytes = (value: Json): number => {
  const [[type, held] = ['NULL', null]] = Object.entries(asObject(value))
  switch (type) {
    case 'S':
      return textBytes(String(held))
    case 'N':
      return numberBytes(String(held))
    case 'B':
      return base64Bytes(String(held))
    case 'SS':
      return sum(asList(held).map((text) => textBytes(String(text))))
    case 'NS':
      return sum(asList(held).map((text) => numberBytes(String(text))))
    case 'BS':
      return sum(asList(held).map((text) => base64Bytes(String(text))))
    case 'L':
      return containerBytes + sum(asList(held).map((element) => elementBytes + valueBytes(element)))
    case 'M':
      return containerBytes + sum(fieldBytes(asObject(held)).map((bytes) => elementBytes + bytes))
    default:
      return 1
  }
}

/**
 * An item's size as DynamoDB bills it: names and values, with the overhead of nested ones.
 * Source: DynamoDB developer guide, "Item sizes and formats".
 */
export const itemBytes = (item: JsonObject): number => sum(fieldBytes(item))
