import { asObject, asStrings, type Json } from '../json.ts'
import { matchesArn } from './pattern.ts'
import { type AccessRequest, applies, type Decision, decide, matchesAction } from './statement.ts'

/** One action on one resource, as a statement of the template writes the pair. */
export interface Grant {
  readonly action: string
  readonly resource: string
  /** Calls that took it. */
  readonly uses: number
}

export interface Refusal {
  readonly action: string
  readonly resource: string
  readonly decision: Exclude<Decision, 'allowed'>
  readonly times: number
}

/** A role that remembers what was asked of it: which of its grants were ever taken, and what it did not allow. */
export interface Role {
  readonly name: string
  /** Decides a call that is made now. */
  ask(request: AccessRequest): Decision
  /** Decides without remembering: for a check ahead of any call. */
  wouldAllow(request: AccessRequest): boolean
  grants(): readonly Grant[]
  refusals(): readonly Refusal[]
}

interface CountedGrant {
  readonly statement: Json
  readonly action: string
  readonly resource: string
  uses: number
}

/** Written out for the reader of a report; such a grant is as wide as everything else. */
const written = (positive: Json | undefined, negative: Json | undefined): readonly string[] =>
  negative === undefined ? asStrings(positive) : [`* but not ${asStrings(negative).join(', ')}`]

const grantsOf = (statements: readonly Json[]): CountedGrant[] =>
  statements
    .filter((statement) => asObject(statement).Effect === 'Allow')
    .flatMap((statement) => {
      const { Action, NotAction, Resource, NotResource } = asObject(statement)
      const resources = written(Resource, NotResource)
      return written(Action, NotAction).flatMap((action) =>
        resources.map((resource) => ({ statement, action, resource, uses: 0 })),
      )
    })

const isTaken = ({ statement, action, resource }: CountedGrant, request: AccessRequest): boolean => {
  const { NotAction, NotResource } = asObject(statement)
  return (
    applies(statement, request) &&
    (NotAction !== undefined || matchesAction(action, request.action)) &&
    (NotResource !== undefined || matchesArn(resource, request.resource))
  )
}

export const createRole = (name: string, statements: readonly Json[]): Role => {
  const granted = grantsOf(statements)
  const refused = new Map<string, Refusal>()

  const refuse = ({ action, resource }: AccessRequest, decision: Refusal['decision']) => {
    const key = `${action} ${resource}`
    refused.set(key, { action, resource, decision, times: (refused.get(key)?.times ?? 0) + 1 })
  }

  return {
    name,
    ask: (request) => {
      const decision = decide(statements, request)
      if (decision !== 'allowed') refuse(request, decision)
      else for (const grant of granted) if (isTaken(grant, request)) grant.uses += 1
      return decision
    },
    wouldAllow: (request) => decide(statements, request) === 'allowed',
    grants: () => granted.map(({ action, resource, uses }) => ({ action, resource, uses })),
    refusals: () => [...refused.values()],
  }
}
