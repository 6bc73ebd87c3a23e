import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { clientSettings } from './cloud-access.ts'
import type { DeployedStack } from './deployed-stack.ts'

export const readSecret = async ({ access }: DeployedStack, SecretId: string): Promise<string> => {
  const client = new SecretsManagerClient(clientSettings(access))
  return (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? ''
}

export const writeSecret = async ({ access }: DeployedStack, SecretId: string, SecretString: string): Promise<void> => {
  await new SecretsManagerClient(clientSettings(access)).send(new PutSecretValueCommand({ SecretId, SecretString }))
}
