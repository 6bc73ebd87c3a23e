import { roles } from '#shared/config/roles.ts'
import { type Deployed, npmRun, type Step } from './next-steps.ts'

/** How the first agent comes in: by a command, or by the company's own sign-in. */
export const agentSteps = (deployed: Deployed): readonly Step[] => {
  const { oidc } = deployed.config.auth
  const lines = oidc ? ownAgentLines(deployed) : poolLines(deployed)
  return [{ title: 'Make the first agent', lines }]
}

const poolLines = ({ config, contextWords }: Deployed): readonly string[] => {
  const teams = Object.keys(config.teams)
  const add = ['add', 'ada@example.com', '--name', '"Ada"', '--teams', teams.slice(0, 2).join(',')]
  return [
    npmRun('agent', contextWords, ...add),
    `teams are ${teams.join(', ')}; --role gives ${roles.join(' or ')} as well. Cognito mails a first password.`,
    `try the API with a token: ${npmRun('agent', contextWords, 'token', 'ada@example.com')}`,
  ]
}

/** What an agent's token must say, where the company signs its agents in itself. */
export const ownAgentLines = ({ config }: Pick<Deployed, 'config'>): readonly string[] => {
  const { oidc } = config.auth
  if (!oidc) return []
  return [
    `agents sign in with ${oidc.issuer}; there is no user pool here`,
    `their tokens are for ${oidc.audience.join(' or ')}, and list in the claim "${oidc.teamsClaim}"`,
    `the teams they serve (${Object.keys(config.teams).join(', ')}) and their roles (${roles.join(', ')})`,
    `customers read the name in the claim "${oidc.nameClaim}"`,
  ]
}
