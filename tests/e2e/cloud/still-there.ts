import { CognitoIdentityProviderClient, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { type CloudAccess, clientSettings } from './cloud-access.ts'
import type { DeployedResource } from './deployed-stack.ts'

type Look = (settings: ReturnType<typeof clientSettings>, id: string) => Promise<unknown>

const secret: Look = async (settings, SecretId) => {
  const { DeletedDate } = await new SecretsManagerClient(settings).send(new DescribeSecretCommand({ SecretId }))
  // It answers as long as it could be restored.
  if (DeletedDate) throw Object.assign(new Error(`${SecretId} is deleted`), { name: 'NotFound' })
}

const looks: Readonly<Record<string, Look>> = {
  'AWS::DynamoDB::GlobalTable': (settings, TableName) =>
    new DynamoDBClient(settings).send(new DescribeTableCommand({ TableName })),
  'AWS::SQS::Queue': (settings, QueueUrl) =>
    new SQSClient(settings).send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] })),
  'AWS::Cognito::UserPool': (settings, UserPoolId) =>
    new CognitoIdentityProviderClient(settings).send(new DescribeUserPoolCommand({ UserPoolId })),
  'AWS::S3::Bucket': (settings, Bucket) =>
    new S3Client({ ...settings, forcePathStyle: true }).send(new HeadBucketCommand({ Bucket })),
  'AWS::SecretsManager::Secret': secret,
}

/** Whether what holds data answers to its name. @throws for a type that nobody asked about before */
export const isStillThere = (access: CloudAccess, { type, physicalId }: DeployedResource): Promise<boolean> => {
  const look = looks[type]
  if (!look) throw new Error(`nobody knows how to look for ${type}`)
  return look(clientSettings(access), physicalId).then(
    () => true,
    (error: Error) => {
      if (/NotFound|NonExistent|DoesNotExist/.test(error.name)) return false
      throw error
    },
  )
}
