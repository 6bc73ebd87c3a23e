import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  paginateAdminListGroupsForUser,
  paginateListGroups,
} from '@aws-sdk/client-cognito-identity-provider'
import { clientSettings } from '../cloud/client-settings.ts'
import { codeOf } from '../cloud/failure.ts'
import { cognitoSignIn } from './cognito-sign-in.ts'
import type { AgentFound, AgentPool } from './ports.ts'

export interface PoolPlace {
  readonly region: string
  readonly UserPoolId: string
  readonly ClientId: string
}

/** A user is found by its mail address, which is an alias of an id of Cognito's own. */
export const cognitoAgents = ({ region, UserPoolId, ClientId }: PoolPlace): AgentPool => {
  const client = new CognitoIdentityProviderClient(clientSettings(region))
  const user = (Username: string) => ({ UserPoolId, Username })
  return {
    groups: async () => {
      const names: string[] = []
      for await (const page of paginateListGroups({ client }, { UserPoolId }))
        names.push(...(page.Groups ?? []).map(({ GroupName }) => GroupName ?? ''))
      return names.sort()
    },
    find: (email) => findAgent(client, user(email)),
    create: async (email, name, invite) => {
      // A mailed password is only taken on a verified address, and the operator vouches for it.
      const UserAttributes = attributes({ email, email_verified: 'true', name })
      const delivery = invite ? { DesiredDeliveryMediums: ['EMAIL' as const] } : { MessageAction: 'SUPPRESS' as const }
      await client.send(new AdminCreateUserCommand({ ...user(email), UserAttributes, ...delivery }))
    },
    rename: async (email, name) => {
      await client.send(new AdminUpdateUserAttributesCommand({ ...user(email), UserAttributes: attributes({ name }) }))
    },
    join: async (email, GroupName) => {
      await client.send(new AdminAddUserToGroupCommand({ ...user(email), GroupName }))
    },
    setPassword: async (email, Password) => {
      await client.send(new AdminSetUserPasswordCommand({ ...user(email), Password, Permanent: true }))
    },
    ...cognitoSignIn(client, UserPoolId, ClientId),
  }
}

const attributes = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }))

const findAgent = async (
  client: CognitoIdentityProviderClient,
  user: { UserPoolId: string; Username: string },
): Promise<AgentFound | undefined> => {
  try {
    const { Enabled } = await client.send(new AdminGetUserCommand(user))
    const groups: string[] = []
    for await (const page of paginateAdminListGroupsForUser({ client }, user))
      groups.push(...(page.Groups ?? []).map(({ GroupName }) => GroupName ?? ''))
    return { email: user.Username, enabled: Enabled !== false, groups: groups.sort() }
  } catch (error) {
    if (codeOf(error) === 'UserNotFoundException') return undefined
    throw error
  }
}
