import { hasWildcard } from '#infra/local/iam/pattern.ts'
import type { Grant, Refusal, Role } from '#infra/local/iam/role.ts'
import { spokenName } from '#infra/local/stack/identity.ts'
import type { Explanation } from './explanations.ts'

/** `too-wide`: it was taken, and would be for much that nobody asked for. */
export type Standing = 'used' | 'explained' | 'unused' | 'too-wide'

export interface JudgedGrant extends Grant {
  readonly standing: Standing
  readonly because?: string
}

export interface JudgedRole {
  readonly name: string
  readonly grants: readonly JudgedGrant[]
  readonly refusals: readonly Refusal[]
}

export interface Judgement {
  readonly roles: readonly JudgedRole[]
  /** Explanations of grants that are not there, or need none. */
  readonly idle: readonly Explanation[]
  /** One plain line for each thing that has to change. */
  readonly faults: readonly string[]
}

/** A wildcard anywhere in a grant needs a reason, however often it is taken. */
const isWide = ({ action, resource }: Grant): boolean => hasWildcard(action) || hasWildcard(resource)

/** A key of the company's own, or a bucket, is an option; without it nobody has to do with its service. */
const serviceOf = ({ action }: { readonly action: string }): string => action.split(':')[0] ?? ''

const judgeGrant = (grant: Grant, explain: (grant: Grant) => Explanation | undefined): JudgedGrant => {
  if (grant.uses > 0 && !isWide(grant)) return { ...grant, standing: 'used' }
  const explanation = explain(grant)
  if (explanation) return { ...grant, standing: 'explained', because: explanation.because }
  return { ...grant, standing: grant.uses > 0 ? 'too-wide' : 'unused' }
}

const complaints = ({ name, grants, refusals }: JudgedRole): string[] => [
  ...refusals.map(
    ({ action, resource, decision, times }) =>
      `${name} was refused ${action} on ${resource} ${times} times (${decision}): AccessDenied on AWS`,
  ),
  ...grants.flatMap(({ action, resource, standing, uses }) => {
    if (standing === 'unused') return [`${name} is granted ${action} on ${resource}, which no journey takes`]
    if (standing === 'too-wide')
      return [`${name} is granted ${action} on ${resource}, taken by ${uses} calls and wider than any of them`]
    return []
  }),
]

/** What each role was granted, against what was asked of it. */
export const judgeRoles = (roles: readonly Role[], explanations: readonly Explanation[]): Judgement => {
  const needed = new Set<Explanation>()
  const judged = roles.map((role): JudgedRole => {
    const name = spokenName(role.name)
    const explain = ({ action, resource }: Grant) => {
      const found = explanations.find(
        (one) => one.role.test(name) && one.action === action && one.resource.test(resource),
      )
      if (found) needed.add(found)
      return found
    }
    return { name, grants: role.grants().map((grant) => judgeGrant(grant, explain)), refusals: role.refusals() }
  })
  const isThere = (one: Explanation) => !one.optional || judged.some(({ name }) => one.role.test(name))
  const services = new Set(judged.flatMap(({ grants }) => grants.map(serviceOf)))
  const idle = explanations.filter((one) => !needed.has(one) && isThere(one) && services.has(serviceOf(one)))
  const faults = [
    ...judged.flatMap(complaints),
    ...idle.map(({ role, action }) => `an explanation of ${action} for ${role.source} explains nothing any more`),
  ]
  return { roles: judged, idle, faults }
}
