import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { readSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { clientSettings } from './client-settings.ts'
import type { SecretFields } from './ports.ts'

/** Reads secrets as the doors do, and tells of them only which fields hold nothing. */
export const secretsmanagerFields = (region: string): SecretFields => {
  const client = new SecretsManagerClient(clientSettings(region))
  return {
    emptyOf: async (secretName, fields) => {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretName }))
      const held = readSecrets(SecretString)
      return fields.filter((field) => !held[field]?.length)
    },
  }
}
