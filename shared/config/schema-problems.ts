import type { z } from 'zod'
import { fieldsOf } from './fields-of.ts'
import { oneOf, problem } from './problem.ts'

type Issue = z.core.$ZodIssue

const units: Readonly<Record<string, string>> = { string: 'characters', array: 'entries', record: 'entries' }

/** Turns what a schema found into lines that name the field, the value and what is allowed. */
export const schemaProblems = (schema: z.ZodType, root: string, input: unknown): readonly string[] => {
  const result = schema.safeParse(input)
  if (result.success) return []
  // A value of the wrong type may break several rules; the first says it all.
  const issues = result.error.issues.filter(
    (issue, at, all) => at === all.findIndex((other) => samePlace(issue, other)),
  )
  return issues.flatMap((issue) => lines(issue, { schema, root, input }))
}

const samePlace = (one: Issue, other: Issue): boolean =>
  one.path.length === other.path.length && one.path.every((key, at) => key === other.path[at])

interface Place {
  readonly schema: z.ZodType
  readonly root: string
  readonly input: unknown
}

const lines = (issue: Issue, { schema, root, input }: Place): readonly string[] => {
  const field = [root, ...issue.path.map(String)].join('.')
  if (issue.code === 'invalid_key') return [problem(field, issue.path.at(-1), allowed(issue))]
  if (issue.code !== 'unrecognized_keys') return [problem(field, valueAt(input, issue.path), allowed(issue))]
  const known = fieldsOf(schema, issue.path)
  // One of several shapes, told by what else was given.
  const allowedThere = known.length > 0 ? oneOf(known) : 'must be left out beside the others'
  return issue.keys.map((key) => `${field}.${key}: is not a field: ${allowedThere}`)
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], input)

const allowed = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`
    case 'too_small':
      return `must ${bound(issue.inclusive ? 'at least' : 'more than', issue.minimum, issue.origin)}`
    case 'too_big':
      return `must ${bound('at most', issue.maximum, issue.origin)}`
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_key':
      return issue.issues[0] ? allowed(issue.issues[0]) : `must be ${issue.message}`
    default:
      return `must be ${issue.message}`
  }
}

const bound = (word: string, limit: number | bigint, origin: string): string => {
  const unit = units[origin]
  if (unit && limit === 1 && word === 'at least') return 'not be empty'
  return unit ? `have ${word} ${limit} ${unit}` : `be ${word} ${limit}`
}

const names: Readonly<Record<string, string>> = { string: 'text', int: 'a whole number', record: 'an object' }

const article = (expected: string): string =>
  names[expected] ?? (/^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`)
