import type { BatonConfig } from '../config/config.ts'
import { roles } from '../config/roles.ts'
import type { Agent } from '../line/agent.ts'
import { NotAnAgentError } from './errors.ts'

/** Of the token that the authorizer verified; an HTTP API hands every claim over as a string, a list as `[a b]`. */
export type Claims = Readonly<Record<string, unknown>>

export type AgentConfig = Pick<BatonConfig, 'teams' | 'auth'>

const cognitoTeamsClaim = 'cognito:groups'
const cognitoUses: readonly unknown[] = ['access', 'id']
/** Visible ASCII without `#`, which separates the parts of keys and attempt ids. */
const subject = /^(?!.*#)[\x21-\x7e]{1,128}$/
/** One list in brackets, single spaces; a quote, comma, wildcard or inner bracket means that it was not written by an authorizer. */
const list = /^\[([\w.:/@+-]+(?: [\w.:/@+-]+)*)\]$/
const nameLimit = 80

/**
 * Names in a claim, or none at all when its form leaves a doubt. A group called "x admin" reads like two groups; one that
 * then appears twice gives itself away, and so nothing of such a claim counts.
 */
const namesIn = (claim: unknown): readonly string[] => {
  const names = (typeof claim === 'string' ? list.exec(claim)?.[1] : undefined)?.split(' ') ?? []
  return new Set(names).size === names.length ? names : []
}

const nameOf = (claim: unknown, id: string): string => {
  const name = typeof claim === 'string' ? claim.replace(/\p{C}/gu, '').trim().slice(0, nameLimit).toWellFormed() : ''
  // Customers read it: neither a user name nor a mail address stands in for a name.
  return name === '' ? `Agent ${id.slice(0, 8)}` : name
}

/**
 * Who calls: from the verified token alone, never from a header or a body. Only exact team ids and roles count.
 * @throws NotAnAgentError
 */
export const readAgent = (claims: Claims | undefined, { teams, auth }: AgentConfig): Agent => {
  const { oidc } = auth
  const id = claims?.sub
  if (!claims || typeof id !== 'string' || !subject.test(id)) throw new NotAnAgentError('claim sub is missing or odd')
  if (!oidc && !cognitoUses.includes(claims.token_use))
    throw new NotAnAgentError('claim token_use must be access or id')

  const names = namesIn(claims[oidc?.teamsClaim ?? cognitoTeamsClaim])
  const [supervisor, admin] = roles.map((role) => names.includes(role))
  return {
    id,
    name: nameOf(claims[oidc?.nameClaim ?? 'name'], id),
    teams: names.filter((name) => Object.hasOwn(teams, name)),
    supervisor: supervisor === true,
    admin: admin === true,
  }
}
