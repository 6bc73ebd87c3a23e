import type { Json, JsonObject } from '../json.ts'
import { arn, issuerUrl, type Place } from './place.ts'

export interface Resource {
  readonly id: string
  readonly type: string
  readonly properties: JsonObject
}

/** Names are the logical ids, the same at every start, so that kept state is found again. */
export const queueName = (resource: Resource): string =>
  resource.properties.FifoQueue === true ? `${resource.id}.fifo` : resource.id

/** A function's id as people say it: without what CDK appends. */
export const spokenName = (logicalId: string): string => logicalId.replace(/(Function)?[0-9A-F]{8}$/, '')

interface Identity {
  readonly ref?: (resource: Resource, place: Place) => string
  readonly attributes?: Readonly<Record<string, (resource: Resource, place: Place) => string>>
}

const named = (service: string, prefix: string): Identity => ({
  attributes: { Arn: ({ id }, place) => arn(place, service, `${prefix}${id}`) },
})

const queueUrl = (resource: Resource, place: Place) => `${place.gatewayUrl}/${place.account}/${queueName(resource)}`

const secretArn = ({ id }: Resource, place: Place) => arn(place, 'secretsmanager', `secret:${id}-local0`)
const topicArn = ({ id }: Resource, place: Place) => arn(place, 'sns', id)
const table = named('dynamodb', 'table/')
const iam = (kind: string): Identity => ({
  attributes: { Arn: ({ id }, place) => `arn:aws:iam::${place.account}:${kind}/${id}` },
})

/** Bedrock's ids are ten letters and digits: what CDK appends, and who it is here. */
const shortId = ({ id }: Resource): string => `${id.slice(-8)}00`

const identities: Readonly<Record<string, Identity>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': {
    ref: queueUrl,
    attributes: {
      Arn: (resource, place) => arn(place, 'sqs', queueName(resource)),
      QueueName: queueName,
      QueueUrl: queueUrl,
    },
  },
  'AWS::Lambda::Function': named('lambda', 'function:'),
  'AWS::Lambda::Alias': { ref: ({ properties }) => String(properties.FunctionName) },
  'AWS::IAM::Role': iam('role'),
  'AWS::IAM::ManagedPolicy': { ref: ({ id }, place) => `arn:aws:iam::${place.account}:policy/${id}` },
  'AWS::SecretsManager::Secret': { ref: secretArn, attributes: { Id: secretArn, Arn: secretArn } },
  'AWS::ApiGatewayV2::Api': { attributes: { ApiEndpoint: (_, place) => place.frontUrl, ApiId: ({ id }) => id } },
  'AWS::Cognito::UserPool': {
    attributes: {
      Arn: ({ id }, place) => arn(place, 'cognito-idp', `userpool/${id}`),
      ProviderName: ({ id }, place) => `cognito-idp.${place.region}.amazonaws.com/${id}`,
      ProviderURL: (_, place) => issuerUrl(place),
      UserPoolId: ({ id }) => id,
    },
  },
  'AWS::Cognito::UserPoolClient': { attributes: { ClientId: ({ id }) => id } },
  'AWS::Logs::LogGroup': { attributes: { Arn: ({ id }, place) => arn(place, 'logs', `log-group:${id}:*`) } },
  'AWS::Scheduler::Schedule': named('scheduler', 'schedule/default/'),
  'AWS::Scheduler::ScheduleGroup': named('scheduler', 'schedule-group/'),
  'AWS::Events::Rule': named('events', 'rule/'),
  'AWS::SNS::Topic': { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: ({ id }) => id } },
  'AWS::S3::Bucket': { attributes: { Arn: ({ id }) => `arn:aws:s3:::${id}` } },
  'AWS::KMS::Key': named('kms', 'key/'),
  'AWS::S3Vectors::VectorBucket': {
    attributes: { VectorBucketArn: ({ id }, place) => arn(place, 's3vectors', `bucket/${id}`) },
  },
  'AWS::S3Vectors::Index': {
    attributes: { IndexArn: ({ id }, place) => arn(place, 's3vectors', `bucket/local/index/${id}`) },
  },
  'AWS::Bedrock::KnowledgeBase': {
    ref: shortId,
    attributes: {
      KnowledgeBaseId: shortId,
      KnowledgeBaseArn: (resource, place) => arn(place, 'bedrock', `knowledge-base/${shortId(resource)}`),
    },
  },
  'AWS::Bedrock::DataSource': { attributes: { DataSourceId: shortId } },
}

export const refOf = (resource: Resource, place: Place): Json =>
  identities[resource.type]?.ref?.(resource, place) ?? resource.id

export const attributeOf = (resource: Resource, name: string, place: Place): Json | undefined =>
  identities[resource.type]?.attributes?.[name]?.(resource, place)
