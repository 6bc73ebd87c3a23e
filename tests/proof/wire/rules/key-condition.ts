import type { KeySchema, TableSurroundings } from '../surroundings.ts'
import type { AttributeValue } from './attribute-value.ts'
import { type Token, tokensOf } from './expression.ts'
import { keyValueFaults } from './keys.ts'
import type { Placeholders } from './update.ts'

/** One comparison of a key condition. */
interface Comparison {
  readonly attribute: string
  readonly operator: string
  readonly values: readonly AttributeValue[]
}

const isWord = (token: Token | undefined, word: string): boolean => token?.text.toUpperCase() === word

/** Splits at each AND but the one that belongs to a BETWEEN. */
const splitConditions = (tokens: readonly Token[]): Token[][] => {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    const part = parts.at(-1) ?? []
    const between = part.some((one) => isWord(one, 'BETWEEN'))
    const isInBetween = between && part.filter(({ kind }) => kind === 'value').length < 2
    if (isWord(token, 'AND') && !isInBetween) parts.push([])
    else part.push(token)
  }
  return parts
}

const readComparison = (given: readonly Token[], { names, values }: Placeholders): Comparison => {
  const tokens = given.filter(({ text }) => text !== '(' && text !== ')' && text !== ',')
  const call = tokens.find(({ kind }) => kind === 'function')
  const [path, operator] = call ? [tokens[1], call] : tokens
  return {
    attribute: names[path?.text ?? ''] ?? path?.text ?? '',
    operator: operator?.text ?? '',
    values: tokens
      .filter(({ kind }) => kind === 'value')
      .map(({ text }) => values[text])
      .filter((value) => value !== undefined),
  }
}

const textOf = (value: AttributeValue | undefined): string => String(Object.values(value ?? {})[0])

const rangeFaults = ({ attribute, operator, values }: Comparison): string[] => {
  const [low, high] = values.map(textOf)
  if (operator.toUpperCase() !== 'BETWEEN' || low === undefined || high === undefined) return []
  return Buffer.compare(Buffer.from(low), Buffer.from(high)) > 0
    ? [`the range of ${attribute} ends before it begins: ${low} to ${high}`]
    : []
}

const sortOperators = ['=', '<', '<=', '>', '>=', 'BETWEEN', 'begins_with']

const emptyIsFine = (fault: string): boolean => fault.endsWith('is empty')

/** A prefix or a bound may be empty, a key that is asked for may not. */
const valueFaults = (
  table: TableSurroundings,
  { attribute, operator, values }: Comparison,
  role: 'partition' | 'sort',
) =>
  values.flatMap((value) =>
    keyValueFaults(table, attribute, value, role).filter((fault) => operator === '=' || !emptyIsFine(fault)),
  )

/** One equality on the partition key, and at most one comparison on the sort key, with values of the keys' types. */
export const keyConditionFaults = (
  table: TableSurroundings,
  keys: KeySchema,
  expression: string,
  placeholders: Placeholders,
): readonly string[] => {
  const all = splitConditions(tokensOf(expression) ?? []).map((part) => readComparison(part, placeholders))
  const partition = all.filter(({ attribute }) => attribute === keys.partition)
  const sort = all.filter(({ attribute }) => attribute === keys.sort)
  const others = all.filter(({ attribute }) => attribute !== keys.partition && attribute !== keys.sort)
  return [
    ...(partition.length === 1 && partition[0]?.operator === '='
      ? []
      : [`${keys.partition} is not asked for with one =`]),
    ...(sort.length > 1 ? [`${keys.sort} is asked for ${sort.length} times`] : []),
    ...sort
      .filter(({ operator }) => !sortOperators.includes(operator === 'begins_with' ? operator : operator.toUpperCase()))
      .map(({ operator }) => `${keys.sort} cannot be asked for with ${operator}`),
    ...others.map(({ attribute }) => `a key condition asks for ${attribute}, which is no key`),
    ...partition.flatMap((one) => valueFaults(table, one, 'partition')),
    ...sort.flatMap((one) => [...valueFaults(table, one, 'sort'), ...rangeFaults(one)]),
  ]
}
