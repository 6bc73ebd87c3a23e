import {
  CognitoIdentityProviderClient,
  DeleteUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { clientSettings } from '../cloud/client-settings.ts'
import { codeOf } from '../cloud/failure.ts'
import { alreadyGone, type Remover } from './ports.ts'

/** An update resets whatever it does not name, which matters no more for a pool that goes next. */
export const cognitoPoolRemover = (region: string): Remover => {
  const client = new CognitoIdentityProviderClient(clientSettings(region))
  return async ({ physicalId: UserPoolId }) => {
    try {
      await client.send(new UpdateUserPoolCommand({ UserPoolId, DeletionProtection: 'INACTIVE' }))
      await client.send(new DeleteUserPoolCommand({ UserPoolId }))
      return 'deleted'
    } catch (error) {
      if (codeOf(error) === 'ResourceNotFoundException') return alreadyGone
      throw error
    }
  }
}
