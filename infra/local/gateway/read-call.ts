import type { IncomingMessage } from 'node:http'
import type { AwsCall, Service } from '../iam/access-requests.ts'
import { asObject, type Json, type JsonObject } from '../json.ts'

const services: Readonly<Record<string, Service>> = {
  DynamoDB_20120810: 'dynamodb',
  AmazonSQS: 'sqs',
  secretsmanager: 'secretsmanager',
}

const modelPath = /^\/model\/([^/]+)\/([a-z-]+)$/

const parse = (body: Buffer): JsonObject => {
  try {
    return asObject(JSON.parse(body.toString('utf8') || '{}') as Json)
  } catch {
    return {}
  }
}

/** Recognises a call by its target header, or by Bedrock's path; undefined for anything else. */
export const readCall = (request: IncomingMessage, body: Buffer): AwsCall | undefined => {
  const [, model, action] = modelPath.exec(request.url ?? '') ?? []
  if (model && action) {
    return { service: 'bedrock', operation: action, input: parse(body), model: decodeURIComponent(model) }
  }
  const [prefix = '', operation] = String(request.headers['x-amz-target'] ?? '').split('.')
  const service = services[prefix]
  return service && operation ? { service, operation, input: parse(body) } : undefined
}

/** The access key id of a Signature Version 4; the signature itself proves nothing here. */
export const accessKeyId = (request: IncomingMessage): string | undefined =>
  /Credential=([^/,]+)\//.exec(request.headers.authorization ?? '')?.[1]
