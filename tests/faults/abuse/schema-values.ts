import fc from 'fast-check'
import { type Json, judgeOf } from '#tests/support/api-document.ts'

/** As much of a JSON schema as the document's requests use. */
interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly const?: unknown
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
}

/** A value that breaks its schema, and how. */
export interface Broken {
  readonly how: string
  readonly value: unknown
}

const emoji = '🙂'
const shortText = 40
const fewFields = 4
const hugeText = 300_000

/** Anything but half a character. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code))
const letters = [
  'a',
  'B',
  '7',
  ' ',
  '"',
  '\\',
  '/',
  '%',
  '{',
  '}',
  '\n',
  'é',
  'ß',
  'ı',
  '漢',
  '\u202e',
  '\ufeff',
  emoji,
]

const textOf = ({ minLength = 0, maxLength = 256, pattern }: Schema): fc.Arbitrary<string> => {
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  // One that spells the whole text is written by its own grammar; the others leave most texts alone.
  if (pattern !== undefined && /^\^.*\$$/.test(pattern) && !pattern.includes('\\p'))
    return fc.stringMatching(new RegExp(pattern))
  const most = Math.min(maxLength, shortText)
  const any = fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: character, minLength, maxLength: most }) },
    { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength: most }) },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(maxLength), emoji.repeat(maxLength), 'x'.repeat(minLength)) },
  )
  return any.filter((text) => (form?.test(text) ?? true) && [...text].length <= maxLength)
}

const objectOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  if (typeof additionalProperties !== 'object')
    return fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valid(one)])), {
      requiredKeys: [...required],
    })
  const names = propertyNames ? textOf(propertyNames) : fc.string()
  return fc.dictionary(names, valid(additionalProperties), { maxKeys: fewFields })
}

/** Values that the schema takes. */
export const valid = (schema: Schema): fc.Arbitrary<unknown> => {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valid))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'integer') return fc.integer({ min: minimum, max: maximum })
  if (schema.type === 'number')
    return fc.oneof(
      fc.double({ min: minimum, max: maximum, noNaN: true }),
      fc.constantFrom(minimum, maximum, Number.MIN_VALUE < minimum ? minimum : Number.MIN_VALUE),
    )
  return schema.type === 'object' ? objectOf(schema) : textOf(schema)
}

const others: readonly Broken[] = [
  { how: 'null', value: null },
  { how: 'a truth', value: true },
  { how: 'a number', value: 7 },
  { how: 'a huge number', value: 1e300 },
  { how: 'a fraction', value: 1.5 },
  { how: 'a list', value: [] },
  { how: 'a list of everything', value: [null, 1, 'x', {}] },
  { how: 'an object', value: {} },
  { how: 'an object with a bad name', value: JSON.parse('{"__proto__":{"admin":true},"constructor":1}') },
  { how: 'a text', value: 'x' },
  { how: 'no text', value: '' },
  { how: 'a blank text', value: ' \n\t' },
  { how: 'control characters', value: '\0\u0007\u001b' },
  { how: 'half a character', value: '\ud83d' },
  { how: 'a huge text', value: 'x'.repeat(hugeText) },
]

const tooLong = ({ maxLength, minimum, maximum }: Schema): readonly Broken[] => [
  ...(maxLength === undefined
    ? []
    : [
        { how: 'one letter too many', value: 'x'.repeat(maxLength + 1) },
        { how: 'one emoji too many', value: emoji.repeat(maxLength + 1) },
      ]),
  ...(minimum === undefined ? [] : [{ how: 'too little', value: minimum - 1 }]),
  ...(maximum === undefined ? [] : [{ how: 'too much', value: maximum + 1 }]),
]

const without = (value: Json, name: string): Json => {
  const { [name]: _, ...rest } = value
  return rest
}

/** An object with one thing about it wrong. */
const brokenFields = (schema: Schema, value: Json): readonly Broken[] => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  const ofRecord = typeof additionalProperties === 'object' ? brokenOf(additionalProperties, 'x') : []
  return [
    ...required.map((name) => ({ how: `no ${name}`, value: without(value, name) })),
    ...(additionalProperties === false ? [{ how: 'a field too many', value: { ...value, bogus: 1 } }] : []),
    ...Object.entries(properties).flatMap(([name, one]) =>
      brokenOf(one, value[name] ?? {}).map((wrong) => ({
        how: `${name}: ${wrong.how}`,
        value: { ...value, [name]: wrong.value },
      })),
    ),
    ...ofRecord.map((wrong) => ({ how: `of a name: ${wrong.how}`, value: { ...value, name: wrong.value } })),
    ...(propertyNames ? tooLong(propertyNames).map(({ how, value: name }) => named(how, value, String(name))) : []),
  ]
}

const named = (how: string, value: Json, name: string): Broken => ({
  how: `name: ${how}`,
  value: { ...value, [name]: 'x' },
})

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const judges = new WeakMap<object, ReturnType<typeof judgeOf>>()

/** As JSON Schema means it: characters are counted, not halves of them, and patterns know all of Unicode. */
const breaksText = ({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = '' }: Schema, text: string) => {
  const { length } = text.length > 2 * maxLength ? text : [...text]
  return length < minLength || length > maxLength || !new RegExp(pattern, 'u').test(text)
}

/** Whether the schema takes it not. */
export const breaks = (schema: Schema, value: unknown): boolean => {
  if (schema.type === 'string' && !schema.enum) return typeof value !== 'string' || breaksText(schema, value)
  const judge = judges.get(schema) ?? judgeOf(schema as Json)
  judges.set(schema, judge)
  return judge(value).length > 0
}

/** Values that the schema does not take, each one step from one that it does. */
export const brokenOf = (schema: Schema, value: unknown): readonly Broken[] => {
  const fields = schema.type === 'object' ? brokenFields(schema, isObject(value) ? value : {}) : []
  return [...others, ...tooLong(schema), ...fields].filter((broken) => breaks(schema, broken.value))
}
