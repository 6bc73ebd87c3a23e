import { asObject, type JsonObject } from '../json.ts'
import { queueNameOf } from '../queue/queue-api.ts'
import { arn, type Place } from '../stack/place.ts'
import { dynamoAccess } from './dynamo-access.ts'
import type { PartitionKeys } from './leading-keys.ts'
import { modelAccess } from './model-access.ts'
import { objectAccess } from './object-access.ts'
import type { AccessRequest } from './statement.ts'

export type Service = 'dynamodb' | 'sqs' | 'secretsmanager' | 'bedrock' | 's3' | 'events' | 'lambda' | 'sns'

/** One call of a function to AWS, read from its HTTP request. */
export interface AwsCall {
  readonly service: Service
  readonly operation: string
  readonly input: JsonObject
  /** Of Bedrock: the id of the path, a model's or a guardrail's. */
  readonly model?: string
  /** Of Bedrock: the knowledge base of the path. */
  readonly knowledgeBase?: string
  /** Of a guardrail. */
  readonly version?: string
  /** Of Lambda: the ARN of the path, with its qualifier. */
  readonly function?: string
}

const secretArn = (place: Place, id: string): string =>
  id.startsWith('arn:') ? id : arn(place, 'secretsmanager', `secret:${id}-local0`)

/** Every entry names its bus, by name or by ARN; without one it is the account's own. */
const eventsAccess = (place: Place, operation: string, { Entries }: JsonObject): AccessRequest[] => {
  const entries = Array.isArray(Entries) ? Entries.map(asObject) : []
  const buses = new Set(entries.map(({ EventBusName = 'default' }) => String(EventBusName)))
  return [...buses].map((bus) => ({
    action: `events:${operation}`,
    resource: bus.startsWith('arn:') ? bus : arn(place, 'events', `event-bus/${bus}`),
  }))
}

/** All that must be allowed for a call to be let through. */
export const accessRequests = (
  place: Place,
  { service, operation, input, model, knowledgeBase, function: invoked = '' }: AwsCall,
  keys?: PartitionKeys,
): AccessRequest[] => {
  if (service === 'dynamodb') return dynamoAccess(place, operation, input, keys)
  if (knowledgeBase !== undefined)
    return [{ action: `bedrock:${operation}`, resource: arn(place, 'bedrock', `knowledge-base/${knowledgeBase}`) }]
  if (service === 'bedrock') return modelAccess(place, model ?? '', operation, input)
  if (service === 'lambda') return [{ action: `lambda:${operation}Function`, resource: invoked }]
  if (service === 'sns') return [{ action: `sns:${operation}`, resource: String(input.TopicArn) }]
  if (service === 's3') return objectAccess(operation, input)
  if (service === 'secretsmanager') {
    return [{ action: `secretsmanager:${operation}`, resource: secretArn(place, String(input.SecretId)) }]
  }
  if (service === 'events') return eventsAccess(place, operation, input)
  // A batch is allowed by the right to the single operation.
  const resource = arn(place, 'sqs', queueNameOf(input))
  return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource }]
}
