import { asList, asObject, asStrings, isObject, type Json } from '../json.ts'
import { conditionsHold } from './conditions.ts'
import { matches, matchesArn } from './pattern.ts'

/** One call as IAM sees it. */
export interface AccessRequest {
  readonly action: string
  readonly resource: string
  readonly context?: Readonly<Record<string, readonly string[]>>
}

export type Decision = 'allowed' | 'not-allowed' | 'denied'

/** Actions are compared without case. */
export const matchesAction = (pattern: string, action: string): boolean =>
  matches(pattern.toLowerCase(), action.toLowerCase())

const actionApplies = (statement: Json, action: string): boolean => {
  const { Action, NotAction } = asObject(statement)
  const isOneOf = (patterns: Json | undefined) => asStrings(patterns).some((pattern) => matchesAction(pattern, action))
  return NotAction === undefined ? isOneOf(Action) : !isOneOf(NotAction)
}

const resourceApplies = (statement: Json, resource: string): boolean => {
  const { Resource, NotResource } = asObject(statement)
  const isOneOf = (patterns: Json | undefined) => asStrings(patterns).some((pattern) => matchesArn(pattern, resource))
  return NotResource === undefined ? isOneOf(Resource) : !isOneOf(NotResource)
}

export const applies = (statement: Json, request: AccessRequest): boolean =>
  actionApplies(statement, request.action) &&
  resourceApplies(statement, request.resource) &&
  conditionsHold(asObject(asObject(statement).Condition), request.context ?? {})

/** Decides as IAM does within one account: an explicit Deny beats every Allow, and silence is no. */
export const decide = (statements: readonly Json[], request: AccessRequest): Decision => {
  const effects = statements.filter((statement) => applies(statement, request)).map((one) => asObject(one).Effect)
  if (effects.includes('Deny')) return 'denied'
  return effects.includes('Allow') ? 'allowed' : 'not-allowed'
}

export const statementsOf = (document: Json | undefined): Json[] =>
  asList(asObject(document).Statement).filter(isObject)
