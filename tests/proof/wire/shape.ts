import { isObject } from '#infra/local/json.ts'
import type { ServiceModel, Shape } from './model.ts'

/** Where something is wrong, and what. */
type Faults = string[]

interface Place {
  readonly model: ServiceModel
  readonly path: string
  /** Services hold a request to the least size of a collection, and answer with empty ones all the same. */
  readonly isAnswer: boolean
}

const at = (place: Place, step: string): Place => ({ ...place, path: `${place.path}${step}` })
const inMember = (place: Place, name: string): Place => at(place, place.path === '' ? name : `.${name}`)
const say = ({ path }: Place, what: string): string => `${path || 'the whole'}: ${what}`

const nameOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

const bounded = ({ min, max }: Shape, size: number, unit: string, place: Place): Faults => [
  ...(min !== undefined && size < min ? [say(place, `${size}${unit} is less than ${min}`)] : []),
  ...(max !== undefined && size > max ? [say(place, `${size}${unit} is more than ${max}`)] : []),
]

/** A pattern has to hold for the whole of a text, as in AWS's own validation; one that JavaScript cannot read holds. */
const fits = (pattern: string, text: string): boolean => {
  try {
    return new RegExp(`^(?:${pattern})$`, 'su').test(text)
  } catch {
    return true
  }
}

const ofString = (shape: Shape, value: string, place: Place): Faults => [
  ...bounded(shape, [...value].length, ' characters', place),
  ...(shape.enum && !shape.enum.includes(value) ? [say(place, `"${value}" is none of ${shape.enum.join(', ')}`)] : []),
  ...(shape.pattern !== undefined && !fits(shape.pattern, value)
    ? [say(place, `"${value.slice(0, 80)}" does not fit ${shape.pattern}`)]
    : []),
]

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const ofBlob = (shape: Shape, value: string, place: Place): Faults =>
  base64.test(value)
    ? bounded(shape, Buffer.from(value, 'base64').length, ' bytes', place)
    : [say(place, 'a blob that is not base64')]

const whole = /^(integer|long)$/

const ofNumber = (shape: Shape, value: number, place: Place): Faults => [
  ...(whole.test(shape.type) && !Number.isSafeInteger(value) ? [say(place, `${value} is not a whole number`)] : []),
  ...(shape.type === 'integer' && Math.abs(value) > 2_147_483_647 ? [say(place, `${value} is over 32 bits`)] : []),
  ...bounded(shape, value, '', place),
]

const ofStructure = (shape: Shape, value: Record<string, unknown>, place: Place): Faults => {
  const { members = {}, required = [], union } = shape
  const given = Object.keys(value).filter((name) => value[name] !== undefined && value[name] !== null)
  return [
    ...required.filter((name) => !given.includes(name)).map((name) => say(place, `${name} is required`)),
    ...(union && given.length !== 1
      ? [say(place, `a union of one member has ${given.length}: ${given.join(', ')}`)]
      : []),
    ...given.flatMap((name) => {
      const member = members[name]
      if (!member) return [say(place, `${name} is not known`)]
      return faultsOf(member.shape, value[name], inMember(place, name))
    }),
  ]
}

const sized = (shape: Shape, size: number, place: Place): Faults => {
  const { min, ...most } = shape
  return bounded(place.isAnswer ? most : shape, size, ' entries', place)
}

const ofList = (shape: Shape, value: readonly unknown[], place: Place): Faults => [
  ...sized(shape, value.length, place),
  ...value.flatMap((one, index) => faultsOf(shape.member?.shape ?? '', one, at(place, `[${index}]`))),
]

const ofMap = (shape: Shape, value: Record<string, unknown>, place: Place): Faults => [
  ...sized(shape, Object.keys(value).length, place),
  ...Object.entries(value).flatMap(([key, one]) => [
    ...faultsOf(shape.key?.shape ?? '', key, at(place, `{${key}}`)),
    ...faultsOf(shape.value?.shape ?? '', one, at(place, `{${key}}`)),
  ]),
]

const ofType = (shape: Shape, value: unknown, place: Place): Faults | undefined => {
  if (shape.type === 'structure' && isObject(value)) return ofStructure(shape, value, place)
  if (shape.type === 'map' && isObject(value)) return ofMap(shape, value, place)
  if (shape.type === 'list' && Array.isArray(value)) return ofList(shape, value, place)
  if (shape.type === 'string' && typeof value === 'string') return ofString(shape, value, place)
  if (shape.type === 'blob' && typeof value === 'string') return ofBlob(shape, value, place)
  if (shape.type === 'boolean' && typeof value === 'boolean') return []
  // As numbers of seconds, in all of the protocols here.
  if (/^(integer|long|float|double|timestamp)$/.test(shape.type) && typeof value === 'number')
    return ofNumber(shape, value, place)
  return undefined
}

const faultsOf = (name: string, value: unknown, place: Place): Faults => {
  const shape = place.model.shapes[name]
  if (!shape) return [say(place, `the model has no shape ${name}`)]
  if (shape.document) return []
  return ofType(shape, value, place) ?? [say(place, `${nameOf(value)} where ${shape.type} belongs`)]
}

/** All that is wrong with a value, as the model knows it. */
export const shapeFaults = (
  model: ServiceModel,
  shape: string,
  value: unknown,
  of: 'request' | 'answer',
): readonly string[] => faultsOf(shape, value, { model, path: '', isAnswer: of === 'answer' })
