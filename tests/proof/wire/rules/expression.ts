import { reservedWords } from './reserved-words.ts'

/** The expressions of one part of a request, by their member names. */
export const expressionMembers = [
  'ConditionExpression',
  'UpdateExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
] as const
export type ExpressionMember = (typeof expressionMembers)[number]

export interface Token {
  readonly kind: 'name' | 'value' | 'word' | 'function' | 'number' | 'sign'
  readonly text: string
}

const pattern =
  /\s*(?:(?<name>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)|(?<word>[A-Za-z][A-Za-z0-9_]*)|(?<number>\d+)|(?<sign><>|<=|>=|[=<>+\-(),.[\]]))/y

/** The words of an expression; undefined where a character belongs to none. */
export const tokensOf = (expression: string): readonly Token[] | undefined => {
  const tokens: Token[] = []
  const text = expression.trimEnd()
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const { groups } = pattern.exec(text) ?? {}
    if (!groups) return undefined
    const [kind, found] = Object.entries(groups).find(([, part]) => part !== undefined) ?? ['sign', '']
    const isCall = kind === 'word' && /^\s*\(/.test(text.slice(pattern.lastIndex))
    tokens.push({ kind: (isCall ? 'function' : kind) as Token['kind'], text: found ?? '' })
  }
  return tokens
}

const keywords = /^(AND|OR|NOT|BETWEEN|IN)$/i
const clauseWords = /^(SET|REMOVE|ADD|DELETE)$/i

const comparing = ['attribute_exists', 'attribute_not_exists', 'attribute_type', 'begins_with', 'contains', 'size']
const functions: Readonly<Record<ExpressionMember, readonly string[]>> = {
  ConditionExpression: comparing,
  FilterExpression: comparing,
  UpdateExpression: ['if_not_exists', 'list_append'],
  KeyConditionExpression: ['begins_with'],
  ProjectionExpression: [],
}

const isKeyword = (member: ExpressionMember, { text }: Token): boolean =>
  member === 'UpdateExpression' ? clauseWords.test(text) : member !== 'ProjectionExpression' && keywords.test(text)

/** `NOT (…)` and `IN (…)` look like calls. */
const isCall = (member: ExpressionMember, token: Token): boolean =>
  token.kind === 'function' && !isKeyword(member, token)

const mostBytes = 4_096
const mostOperators = 300

/** Names that stand in an expression as they are, not behind a `#`. */
export const bareNames = (member: ExpressionMember, tokens: readonly Token[]): string[] =>
  tokens.filter((token) => token.kind === 'word' && !isKeyword(member, token)).map(({ text }) => text)

/** What is wrong with one expression by itself. */
export const expressionFaults = (member: ExpressionMember, expression: string): readonly string[] => {
  if (expression.trim() === '') return [`${member} is empty`]
  const tokens = tokensOf(expression)
  if (!tokens) return [`${member} has characters that belong to no expression: ${expression}`]
  const operators = tokens.filter(({ kind, text }) => kind === 'sign' && /[=<>+-]/.test(text)).length
  const unknown = tokens.filter((token) => isCall(member, token) && !functions[member].includes(token.text))
  const reserved = bareNames(member, tokens).filter((name) => reservedWords.has(name.toLowerCase()))
  return [
    ...(Buffer.byteLength(expression) > mostBytes ? [`${member} is longer than ${mostBytes} bytes`] : []),
    ...(operators > mostOperators ? [`${member} has more than ${mostOperators} operators`] : []),
    ...unknown.map(({ text }) => `${member} calls ${text}, which it may not`),
    ...reserved.map((name) => `${member} uses the reserved word ${name} bare`),
  ]
}

type Defined = Readonly<Record<string, unknown>> | undefined

const definitionFaults = (member: string, sign: string, defined: Defined, used: ReadonlySet<string>): string[] => {
  const names = Object.keys(defined ?? {})
  return [
    ...(defined && names.length === 0 ? [`${member} is empty`] : []),
    ...names
      .filter((name) => !new RegExp(`^${sign}[A-Za-z0-9_]+$`).test(name))
      .map((name) => `${name} is no placeholder`),
    ...names.filter((name) => !used.has(name)).map((name) => `${name} is defined in ${member} and used nowhere`),
    ...[...used].filter((name) => !names.includes(name)).map((name) => `${name} is not defined in ${member}`),
  ]
}

/** Every placeholder of a request's expressions has to be defined, and every defined one used. */
export const placeholderFaults = (part: Readonly<Record<string, unknown>>): readonly string[] => {
  const tokens = expressionMembers.flatMap((member) => tokensOf(String(part[member] ?? '')) ?? [])
  const used = (kind: Token['kind']) => new Set(tokens.filter((token) => token.kind === kind).map(({ text }) => text))
  return [
    ...definitionFaults('ExpressionAttributeNames', '#', part.ExpressionAttributeNames as Defined, used('name')),
    ...definitionFaults('ExpressionAttributeValues', ':', part.ExpressionAttributeValues as Defined, used('value')),
  ]
}
