import type { StackResource } from '../cloud/ports.ts'

export type KeptKind = 'table' | 'bucket' | 'queue' | 'user pool' | 'secret' | 'key' | 'other'

/** A resource that outlives its stack. */
export interface Kept {
  readonly kind: KeptKind
  readonly logicalId: string
  readonly type: string
  readonly physicalId: string
}

const kinds: Readonly<Record<string, KeptKind>> = {
  'AWS::DynamoDB::GlobalTable': 'table',
  'AWS::DynamoDB::Table': 'table',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SQS::Queue': 'queue',
  'AWS::Cognito::UserPool': 'user pool',
  'AWS::SecretsManager::Secret': 'secret',
  'AWS::KMS::Key': 'key',
}

/** What keeping one costs, in words: prices differ by region and change. */
const costs: Readonly<Record<KeptKind, string>> = {
  table: 'storage and its backups, about $0.45 per GB and month',
  bucket: 'storage, about $0.02 per GB and month',
  queue: 'nothing while nobody uses it; messages in it end after 14 days',
  'user pool': 'nothing while nobody signs in',
  secret: '$0.40 a month',
  key: '$1.00 a month',
  other: 'see its price list',
}

export const costOf = ({ kind }: Kept): string => costs[kind]

const keptOf = ({ logicalId, type, physicalId }: StackResource): Kept => ({
  kind: kinds[type] ?? 'other',
  logicalId,
  type,
  physicalId,
})

const isThere = ({ physicalId, status }: StackResource): boolean => physicalId !== '' && status !== 'DELETE_COMPLETE'

/** What a deletion would leave, by the policies of the template that is deployed, and what it would take. */
export const sortResources = (
  resources: readonly StackResource[],
  policies: Readonly<Record<string, string>>,
): { readonly stays: readonly Kept[]; readonly goes: readonly StackResource[] } => {
  const retained = ({ logicalId }: StackResource) => /^Retain/.test(policies[logicalId] ?? '')
  const there = resources.filter(isThere)
  return { stays: there.filter(retained).map(keptOf), goes: there.filter((resource) => !retained(resource)) }
}

/** What a deletion left: CloudFormation says it skipped it. */
export const leftOf = (resources: readonly StackResource[]): readonly Kept[] =>
  resources.filter(({ status, physicalId }) => status === 'DELETE_SKIPPED' && physicalId).map(keptOf)

/** What each type is found by when CloudFormation takes it into a stack. */
const importKeys: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SQS::Queue': 'QueueUrl',
  'AWS::Cognito::UserPool': 'UserPoolId',
  'AWS::SecretsManager::Secret': 'Id',
  'AWS::KMS::Key': 'KeyId',
}

/** The mapping file of "cdk import", with which a new stack takes the old data over. */
export const importMapping = (stays: readonly Kept[]): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    stays.flatMap(({ type, logicalId, physicalId }) => {
      const key = importKeys[type]
      return key ? [[logicalId, { [key]: physicalId }]] : []
    }),
  )
