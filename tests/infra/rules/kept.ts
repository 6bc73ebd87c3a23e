import { type AnyResource, at, type Resources } from './resources.ts'

interface Kind {
  /** Holds what a company cannot get again: outlives its stack. Told by id where only some of a type do. */
  readonly kept?: true | ((id: string) => boolean)
  /** Property that keeps it from being deleted by hand, and the value that does. */
  readonly guard?: readonly [path: string, value: unknown]
  /** Property with the key that locks what it holds. */
  readonly key?: string
}

const holdsNothing: Kind = {}

/** Tickets and calls only point at what the table holds. */
const holdsMessages = (id: string): boolean => /(In|Out)bound/.test(id)

/** Every type of resource in the stack. A new one has to be entered here, and so thought about. */
export const kinds: Readonly<Record<string, Kind>> = {
  'AWS::DynamoDB::GlobalTable': {
    kept: true,
    guard: ['Replicas.0.DeletionProtectionEnabled', true],
    key: 'Replicas.0.SSESpecification.KMSMasterKeyId',
  },
  'AWS::SQS::Queue': { kept: holdsMessages, key: 'KmsMasterKeyId' },
  // Its people can be entered again, but each of them would have to be.
  'AWS::Cognito::UserPool': { kept: true, guard: ['DeletionProtection', 'ACTIVE'] },
  'AWS::SecretsManager::Secret': { kept: true, key: 'KmsKeyId' },
  // Also the log of who took what. Its key cannot be the company's: S3 delivers such logs under its own alone.
  'AWS::S3::Bucket': { kept: true, guard: ['PublicAccessBlockConfiguration.RestrictPublicBuckets', true] },
  'AWS::KMS::Key': { kept: true, guard: ['EnableKeyRotation', true] },
  // Logs hold no customer's words and go with the stack; how long they are kept is asserted for itself.
  'AWS::Logs::LogGroup': { key: 'KmsKeyId' },
  'AWS::SNS::Topic': { key: 'KmsMasterKeyId' },
  'AWS::Lambda::Function': { key: 'KmsKeyArn' },
  // Made of the articles, and made again by one sync.
  'AWS::S3Vectors::VectorBucket': { key: 'EncryptionConfiguration.KmsKeyArn' },
  'AWS::S3Vectors::Index': { key: 'EncryptionConfiguration.KmsKeyArn' },
  'AWS::Bedrock::DataSource': { key: 'ServerSideEncryptionConfiguration.KmsKeyArn' },
  'AWS::Bedrock::KnowledgeBase': holdsNothing,
  // Athena's answers lie in the bucket; what it was asked is kept by itself.
  'AWS::Athena::WorkGroup': {
    key: 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey',
  },
  'AWS::Athena::NamedQuery': holdsNothing,
  'AWS::Glue::Database': holdsNothing,
  'AWS::Glue::Table': holdsNothing,
  'AWS::Events::Rule': holdsNothing,
  'AWS::ApiGatewayV2::Api': holdsNothing,
  'AWS::ApiGatewayV2::Authorizer': holdsNothing,
  'AWS::ApiGatewayV2::Integration': holdsNothing,
  'AWS::ApiGatewayV2::Route': holdsNothing,
  'AWS::ApiGatewayV2::Stage': holdsNothing,
  'AWS::CloudFront::Distribution': holdsNothing,
  'AWS::CloudFront::Function': holdsNothing,
  'AWS::CloudFront::OriginAccessControl': holdsNothing,
  'AWS::CloudFront::ResponseHeadersPolicy': holdsNothing,
  'AWS::CloudWatch::Alarm': holdsNothing,
  'AWS::CloudWatch::Dashboard': holdsNothing,
  'AWS::Cognito::UserPoolClient': holdsNothing,
  'AWS::Cognito::UserPoolDomain': holdsNothing,
  'AWS::Cognito::UserPoolGroup': holdsNothing,
  'AWS::IAM::Policy': holdsNothing,
  'AWS::IAM::Role': holdsNothing,
  'AWS::Lambda::EventInvokeConfig': holdsNothing,
  'AWS::Lambda::EventSourceMapping': holdsNothing,
  'AWS::Lambda::Permission': holdsNothing,
  'AWS::Logs::MetricFilter': holdsNothing,
  'AWS::Logs::QueryDefinition': holdsNothing,
  'AWS::S3::BucketPolicy': holdsNothing,
  'AWS::SNS::Subscription': holdsNothing,
  'AWS::SNS::TopicPolicy': holdsNothing,
  'AWS::SQS::QueuePolicy': holdsNothing,
  'AWS::Scheduler::Schedule': holdsNothing,
}

const unknownKinds = (resources: Resources): readonly string[] =>
  Object.entries(resources)
    .filter(([, { Type }]) => !(Type in kinds))
    .map(([id, { Type }]) => `${id}: nobody has said whether ${Type} holds anything`)

/** What holds a company's own outlives its stack, and cannot be deleted by mistake. */
export const keepingFaults = (resources: Resources): readonly string[] => [
  ...unknownKinds(resources),
  ...Object.entries(resources).flatMap(([id, resource]) => {
    const { kept = false, guard } = kinds[resource.Type] ?? holdsNothing
    const isKept = kept === true || (kept !== false && kept(id))
    return [
      ...(isKept && !outlives(resource) ? [`${id}: would go with its stack`] : []),
      ...(guard && at(resource.Properties, guard[0]) !== guard[1] ? [`${id}: ${guard[0]} must be ${guard[1]}`] : []),
    ]
  }),
]

const outlives = ({ DeletionPolicy, UpdateReplacePolicy }: AnyResource): boolean =>
  DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain'

/** Everything that holds anything, whose own key is not the company's. */
export const unlocked = (resources: Resources): readonly string[] => [
  ...unknownKinds(resources),
  ...Object.entries(resources).flatMap(([id, { Type, Properties }]) => {
    const path = kinds[Type]?.key
    return path && at(Properties, path) === undefined ? [id] : []
  }),
]
