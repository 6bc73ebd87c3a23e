import type { TableSurroundings } from '../surroundings.ts'
import type { AttributeValue, Item } from './attribute-value.ts'
import { type Token, tokensOf } from './expression.ts'
import { indexKeyFaults, timeToLiveFaults } from './keys.ts'

/** What one action of an update does: `SET path = value`, `REMOVE path`, `ADD path value`. */
interface Action {
  readonly clause: string
  /** The attribute at the path's beginning, its real name. */
  readonly attribute: string
  /** Whether the path is that attribute itself, and not something within it. */
  readonly isWhole: boolean
  /** The one value that the action writes, if it writes one. */
  readonly value?: AttributeValue
}

export interface Placeholders {
  readonly names: Readonly<Record<string, string>>
  readonly values: Item
}

const clauseWord = /^(SET|REMOVE|ADD|DELETE)$/i
const isClause = ({ kind, text }: Token): boolean => kind === 'word' && clauseWord.test(text)

/** Splits at commas that stand outside of calls and indexes. */
const splitActions = (tokens: readonly Token[]): Token[][] => {
  const actions: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (/^[([]$/.test(token.text)) depth += 1
    if (/^[)\]]$/.test(token.text)) depth -= 1
    if (token.text === ',' && depth === 0) actions.push([])
    else actions.at(-1)?.push(token)
  }
  return actions
}

const readAction = (clause: string, tokens: readonly Token[], { names, values }: Placeholders): Action => {
  const [first, second] = tokens
  const written = tokens.filter(({ kind }) => kind === 'value')
  const value = written.length === 1 ? values[written[0]?.text ?? ''] : undefined
  return {
    clause,
    attribute: names[first?.text ?? ''] ?? first?.text ?? '',
    isWhole: second?.text !== '.' && second?.text !== '[',
    ...(value && { value }),
  }
}

const readUpdate = (expression: string, placeholders: Placeholders) => {
  const actions: Action[] = []
  const clauses: string[] = []
  const tokens = tokensOf(expression) ?? []
  const starts = tokens.flatMap((token, index) => (isClause(token) ? [index] : []))
  for (const [n, start] of starts.entries()) {
    const clause = tokens[start]?.text.toUpperCase() ?? ''
    clauses.push(clause)
    for (const action of splitActions(tokens.slice(start + 1, starts[n + 1])))
      actions.push(readAction(clause, action, placeholders))
  }
  return { actions, clauses }
}

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, n) => names.indexOf(name) !== n)),
]

const typeOf = (value: AttributeValue | undefined): string => Object.keys(value ?? {})[0] ?? ''

const actionFaults = ({ clause, attribute, isWhole, value }: Action): string[] => {
  const isSet = /^[SNB]S$/.test(typeOf(value))
  if (clause === 'ADD' && !isSet && typeOf(value) !== 'N') return [`ADD ${attribute} adds neither a number nor a set`]
  if (clause === 'DELETE' && !isSet) return [`DELETE ${attribute} takes something that is no set`]
  return (clause === 'ADD' || clause === 'DELETE') && !isWhole ? [`${clause} reaches into ${attribute}`] : []
}

/** What no model says of an update: each clause once, no path twice, no key, sets where sets belong, sound index keys. */
export const updateFaults = (
  table: TableSurroundings,
  expression: string,
  placeholders: Placeholders,
): readonly string[] => {
  const { actions, clauses } = readUpdate(expression, placeholders)
  const keys = actions.filter(({ attribute }) => attribute === table.partition || attribute === table.sort)
  const whole = actions.filter(({ isWhole }) => isWhole).map(({ attribute }) => attribute)
  const set = actions.filter(({ clause, isWhole, value }) => clause === 'SET' && isWhole && value)
  const fields: Item = Object.fromEntries(set.map(({ attribute, value }) => [attribute, value ?? {}]))
  return [
    ...(clauses.length === 0 ? ['an update has no clause'] : []),
    ...repeated(clauses).map((clause) => `an update has ${clause} twice`),
    ...repeated(whole).map((attribute) => `two paths of an update overlap in ${attribute}`),
    ...keys.map(({ attribute }) => `an update changes ${attribute}, part of the key`),
    ...actions.flatMap(actionFaults),
    ...indexKeyFaults(table, fields),
    ...timeToLiveFaults(table, fields),
  ]
}
