import { CognitoIdentityProviderClient, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { type CloudAccess, clientSettings } from './cloud-access.ts'
import type { DeployedResource } from './deployed-stack.ts'

/** Whether a resource answers to its name. @throws for a type that nobody asked about before */
export const isStillThere = async (
  access: CloudAccess,
  { type, physicalId: id }: DeployedResource,
): Promise<boolean> => {
  const settings = clientSettings(access)
  const looks: Readonly<Record<string, () => Promise<unknown>>> = {
    'AWS::DynamoDB::GlobalTable': () => new DynamoDBClient(settings).send(new DescribeTableCommand({ TableName: id })),
    'AWS::SQS::Queue': () => new SQSClient(settings).send(new GetQueueAttributesCommand({ QueueUrl: id })),
    'AWS::Cognito::UserPool': () =>
      new CognitoIdentityProviderClient(settings).send(new DescribeUserPoolCommand({ UserPoolId: id })),
    'AWS::SecretsManager::Secret': () =>
      new SecretsManagerClient(settings).send(new DescribeSecretCommand({ SecretId: id })),
  }
  const look = looks[type]
  if (!look) throw new Error(`nobody knows how to look for ${type}`)
  return look().then(
    () => true,
    (error: Error) => {
      if (/NotFound|NonExistent/.test(error.name)) return false
      throw error
    },
  )
}
