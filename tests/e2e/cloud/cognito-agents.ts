import { randomBytes } from 'node:crypto'
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import type { LocalAgent } from '#infra/local/desk/agents.ts'
import { clientSettings } from './cloud-access.ts'
import { type DeployedStack, outputOf } from './deployed-stack.ts'

/** Meets any password policy, and is forgotten with the run. */
const freshPassword = (): string => `Aa1!${randomBytes(18).toString('base64url')}`

/** Makes each agent a user of the deployed pool, in their groups. @returns their tokens, by the agent's id */
export const signAgentsIn = async (
  stack: DeployedStack,
  agents: readonly LocalAgent[],
): Promise<Readonly<Record<string, string>>> => {
  const client = new CognitoIdentityProviderClient(clientSettings(stack.access))
  const [UserPoolId, ClientId] = [outputOf(stack, 'UserPoolId'), outputOf(stack, 'UserPoolClientId')]

  const signIn = async ({ id, name, groups }: LocalAgent) => {
    const [Username, Password] = [`${id}@example.com`, freshPassword()]
    const UserAttributes = [
      { Name: 'email', Value: Username },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: name },
    ]
    const user = { UserPoolId, Username }
    await client.send(new AdminCreateUserCommand({ ...user, UserAttributes, MessageAction: 'SUPPRESS' }))
    await client.send(new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }))
    for (const GroupName of groups) await client.send(new AdminAddUserToGroupCommand({ ...user, GroupName }))
    const AuthParameters = { USERNAME: Username, PASSWORD: Password }
    const flow = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' as const, AuthParameters }
    const { AuthenticationResult } = await client.send(new AdminInitiateAuthCommand(flow))
    if (!AuthenticationResult?.IdToken) throw new Error(`${Username} is given no token`)
    return [id, AuthenticationResult.IdToken] as const
  }
  return Object.fromEntries(await Promise.all(agents.map(signIn)))
}
