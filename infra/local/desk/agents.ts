import type { JWTPayload } from 'jose'
import type { BatonConfig } from '#shared/config/config.ts'
import type { Issuer } from '../http/issuer.ts'

/** Somebody to try the agent API as. */
export interface LocalAgent {
  readonly id: string
  readonly name: string
  /** Team ids and roles, as the token's claim lists them. */
  readonly groups: readonly string[]
}

const firstNames = [
  'Ada',
  'Ben',
  'Cleo',
  'Dan',
  'Eva',
  'Finn',
  'Gita',
  'Hugo',
  'Ines',
  'Jon',
  'Kim',
  'Leo',
  'Mia',
  'Noor',
]
const tokenSeconds = 7 * 24 * 3_600

/** Two agents in each team, two in several, and the two roles. */
export const localAgents = (teams: readonly string[]): LocalAgent[] => {
  const single = teams.flatMap((team) => [1, 2].map((number) => ({ id: `${team}-${number}`, groups: [team] })))
  const several = [
    { id: 'floater-1', groups: teams.slice(0, 2) },
    { id: 'floater-2', groups: teams.slice(0, 3) },
  ]
  const roles = ['supervisor', 'admin'].map((role) => ({ id: role, groups: [role] }))
  return [...single, ...several, ...roles].map((agent, index) => ({
    ...agent,
    name: firstNames[index % firstNames.length] ?? agent.id,
  }))
}

/** A token as Cognito, or the company's own issuer, would give it to this agent. */
export const signAgent = (
  issuer: Issuer,
  { oidc }: BatonConfig['auth'],
  audience: string,
  { id, name, groups }: LocalAgent,
  validSeconds = tokenSeconds,
  /** Such as a nonce. */
  further: JWTPayload = {},
): Promise<string> => {
  const teamsClaim = oidc?.teamsClaim ?? 'cognito:groups'
  const nameClaim = oidc?.nameClaim ?? 'name'
  const cognito = oidc ? {} : { token_use: 'id', 'cognito:username': id }
  const claims = { sub: id, aud: audience, ...cognito, [teamsClaim]: [...groups], [nameClaim]: name, ...further }
  return issuer.sign(claims, validSeconds)
}
