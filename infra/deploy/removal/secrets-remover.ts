import { DeleteSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { clientSettings } from '../cloud/client-settings.ts'
import { codeOf } from '../cloud/failure.ts'
import { alreadyGone, type Remover } from './ports.ts'

/** The shortest that Secrets Manager has, short of at once; nothing is paid meanwhile. */
const recoveryDays = 7

export const secretsRemover = (region: string): Remover => {
  const client = new SecretsManagerClient(clientSettings(region))
  return async ({ physicalId: SecretId }) => {
    try {
      await client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: recoveryDays }))
      return `deleted; may be restored for ${recoveryDays} days`
    } catch (error) {
      if (codeOf(error) === 'ResourceNotFoundException') return alreadyGone
      throw error
    }
  }
}
