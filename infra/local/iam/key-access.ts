import { asList, asObject } from '../json.ts'
import type { Stack } from '../stack/template.ts'
import type { AccessRequest } from './statement.ts'

/** The KMS key that a resource lies under, by the resource's ARN. What services own the key of is not among them. */
export type Locks = ReadonlyMap<string, string>

const keyOfTable = (stack: Stack, table: Parameters<Stack['properties']>[0]): unknown => {
  const { SSESpecification, Replicas } = stack.properties(table)
  const replicas = asList(Replicas).map((replica) => asObject(asObject(replica).SSESpecification).KMSMasterKeyId)
  return asObject(SSESpecification).KMSMasterKeyId ?? replicas[0]
}

export const locksOf = (stack: Stack): Locks => {
  const locked: (readonly [string, unknown])[] = [
    ...stack.ofType('AWS::SQS::Queue').map((one) => [stack.arnOf(one), stack.property(one, 'KmsMasterKeyId')] as const),
    ...stack
      .ofType('AWS::SecretsManager::Secret')
      .map((one) => [stack.arnOf(one), stack.property(one, 'KmsKeyId')] as const),
    ...stack
      .ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
      .map((one) => [stack.arnOf(one), keyOfTable(stack, one)] as const),
    ...stack.ofType('AWS::S3::Bucket').map((one) => [stack.arnOf(one), keyOfBucket(stack, one)] as const),
  ]
  return new Map(locked.flatMap(([arn, key]) => (key === undefined ? [] : [[arn, String(key)]])))
}

const keyOfBucket = (stack: Stack, bucket: Parameters<Stack['properties']>[0]): unknown => {
  const { ServerSideEncryptionConfiguration } = asObject(stack.property(bucket, 'BucketEncryption'))
  const [rule] = asList(ServerSideEncryptionConfiguration).map(asObject)
  return asObject(rule?.ServerSideEncryptionByDefault).KMSMasterKeyID
}

const readsTable = /^dynamodb:(GetItem|Query|BatchGetItem|Scan|ConditionCheckItem|ExportTableToPointInTime)$/

const opensOne = /^(sqs:ReceiveMessage|secretsmanager:GetSecretValue|s3:GetObject)$/

/** What DynamoDB's developer guide asks of whoever writes to a table under a customer-managed key. */
const toWriteTable = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
]

const actionsOn = (action: string): readonly string[] => {
  if (action === 'sqs:SendMessage') return ['kms:Decrypt', 'kms:GenerateDataKey']
  if (action === 's3:PutObject') return ['kms:GenerateDataKey']
  if (opensOne.test(action)) return ['kms:Decrypt']
  if (!action.startsWith('dynamodb:')) return []
  return readsTable.test(action) ? ['kms:Decrypt'] : toWriteTable
}

/** A request, and what its service then asks of KMS in the caller's name. */
export const withKey = (locks: Locks, request: AccessRequest): readonly AccessRequest[] => {
  const key = locks.get(request.resource.replace(/^(arn:aws:s3:::[^/]+)\/.*$|\/index\/.*$/s, '$1'))
  return key === undefined
    ? [request]
    : [request, ...actionsOn(request.action).map((action) => ({ action, resource: key }))]
}
