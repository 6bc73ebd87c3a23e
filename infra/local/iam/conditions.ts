import { asFlag, asObject, asStrings, type JsonObject } from '../json.ts'
import { matches, matchesArn } from './pattern.ts'

type Context = Readonly<Record<string, readonly string[]>>
type Test = (wanted: string, actual: string) => boolean

const tests: Readonly<Record<string, Test>> = {
  StringEquals: (wanted, actual) => wanted === actual,
  StringEqualsIgnoreCase: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
  StringLike: matches,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
  NumericEquals: (wanted, actual) => Number(wanted) === Number(actual),
  NumericLessThan: (wanted, actual) => Number(actual) < Number(wanted),
  NumericLessThanEquals: (wanted, actual) => Number(actual) <= Number(wanted),
}

const inverted: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
}

const testOf = (name: string): Test => {
  const test = tests[name]
  if (!test) throw new Error(`the local cloud cannot judge the IAM condition operator ${name}`)
  return test
}

/** Of a key that the call does not have: `ForAnyValue` finds no value, `ForAllValues` none that is wrong. */
const holdsWithout = (set: string | undefined, plain: string, isInverted: boolean): boolean =>
  plain.endsWith('IfExists') || set === 'ForAllValues' || (set === undefined && isInverted)

const holds = (operator: string, wanted: string[], actual: readonly string[] | undefined): boolean => {
  if (operator === 'Null') return asFlag(wanted[0] ?? 'true') === (actual === undefined)
  const [, set, plain = operator] = /^(ForAllValues|ForAnyValue):(.+)$/.exec(operator) ?? []
  const name = plain.replace(/IfExists$/, '')
  const positive = inverted[name]
  const test = testOf(positive ?? name)
  if (actual === undefined) return holdsWithout(set, plain, positive !== undefined)
  const one = (value: string) => wanted.some((pattern) => test(pattern, value)) === (positive === undefined)
  return set === 'ForAllValues' ? actual.every(one) : actual.some(one)
}

/** All operators and all keys must hold; of one key's values, any. Keys are compared without case. */
export const conditionsHold = (conditions: JsonObject, context: Context): boolean => {
  const known = new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]))
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(asObject(keys)).every(([key, wanted]) =>
      holds(operator, asStrings(wanted), known.get(key.toLowerCase())),
    ),
  )
}
