import { asList, asObject, asStrings, isObject, type Json } from '../json.ts'
import { conditionsHold } from './conditions.ts'
import { matches } from './pattern.ts'

/** One call as IAM sees it. */
export interface AccessRequest {
  readonly action: string
  readonly resource: string
  readonly context?: Readonly<Record<string, readonly string[]>>
}

export type Decision = 'allowed' | 'not-allowed' | 'denied'

const anyMatches = (patterns: Json | undefined, value: string): boolean =>
  asStrings(patterns).some((pattern) => matches(pattern, value))

const matchesAction = (statement: Json, action: string): boolean => {
  const { Action, NotAction } = asObject(statement)
  const lower = (patterns: Json | undefined) => asStrings(patterns).map((pattern) => pattern.toLowerCase())
  if (NotAction !== undefined) return !anyMatches(lower(NotAction), action.toLowerCase())
  return anyMatches(lower(Action), action.toLowerCase())
}

const matchesResource = (statement: Json, resource: string): boolean => {
  const { Resource, NotResource } = asObject(statement)
  return NotResource === undefined ? anyMatches(Resource, resource) : !anyMatches(NotResource, resource)
}

const applies = (statement: Json, request: AccessRequest): boolean =>
  matchesAction(statement, request.action) &&
  matchesResource(statement, request.resource) &&
  conditionsHold(asObject(asObject(statement).Condition), request.context ?? {})

/** Decides as IAM does within one account: an explicit Deny beats every Allow, and silence is no. */
export const decide = (statements: readonly Json[], request: AccessRequest): Decision => {
  const effects = statements.filter((statement) => applies(statement, request)).map((one) => asObject(one).Effect)
  if (effects.includes('Deny')) return 'denied'
  return effects.includes('Allow') ? 'allowed' : 'not-allowed'
}

export const statementsOf = (document: Json | undefined): Json[] =>
  asList(asObject(document).Statement).filter(isObject)
