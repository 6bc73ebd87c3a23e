import type { IncomingMessage } from 'node:http'
import type { AwsCall, Service } from '../iam/access-requests.ts'
import { asObject, type Json, type JsonObject } from '../json.ts'
import { objectCaller, readObjectCall } from '../object/read-object-call.ts'

const services: Readonly<Record<string, Service>> = {
  DynamoDB_20120810: 'dynamodb',
  AmazonSQS: 'sqs',
  secretsmanager: 'secretsmanager',
  AWSEvents: 'events',
}

const modelPath = /^\/model\/([^/]+)\/([a-z-]+)$/

const guardrailPath = /^\/guardrail\/([^/]+)\/version\/([^/]+)\/apply$/
const invokePath = /^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?Qualifier=([^&]+))?$/

/** Questions to a knowledge base, and its jobs, by method and path. */
const basePaths: readonly (readonly [operation: string, method: string, path: RegExp])[] = [
  ['Retrieve', 'POST', /^\/knowledgebases\/(\w+)\/retrieve$/],
  ['ListIngestionJobs', 'POST', /^\/knowledgebases\/(\w+)\/datasources\/\w+\/ingestionjobs\/$/],
  ['StartIngestionJob', 'PUT', /^\/knowledgebases\/(\w+)\/datasources\/\w+\/ingestionjobs\/$/],
]

const readBaseCall = ({ method, url = '' }: IncomingMessage, body: Buffer): AwsCall | undefined => {
  const [known] = basePaths.flatMap(([operation, verb, path]) => {
    const [, knowledgeBase] = (method === verb && path.exec(url)) || []
    return knowledgeBase ? [{ operation, knowledgeBase }] : []
  })
  return known && { service: 'bedrock', input: parse(body), ...known }
}

/** SNS is asked in the form that older services are. */
const readForm = (request: IncomingMessage, body: Buffer): AwsCall | undefined => {
  if (!String(request.headers['content-type']).startsWith('application/x-www-form-urlencoded')) return undefined
  const { Action, Version, ...input } = Object.fromEntries(new URLSearchParams(body.toString('utf8')))
  return Version === '2010-03-31' && Action !== undefined ? { service: 'sns', operation: Action, input } : undefined
}

const parse = (body: Buffer): JsonObject => {
  try {
    return asObject(JSON.parse(body.toString('utf8') || '{}') as Json)
  } catch {
    return {}
  }
}

/** Recognises a call by its target header, by the paths of Bedrock and Lambda, by a form for SNS, or by a signature for S3; undefined for anything else. */
export const readCall = (request: IncomingMessage, body: Buffer): AwsCall | undefined => {
  if (objectCaller(request) !== undefined) return readObjectCall(request, body)
  const [, model, action] = modelPath.exec(request.url ?? '') ?? []
  if (model && action) {
    return { service: 'bedrock', operation: action, input: parse(body), model: decodeURIComponent(model) }
  }
  const [, guardrail, version] = guardrailPath.exec(request.url ?? '') ?? []
  if (guardrail && version) {
    const id = decodeURIComponent(guardrail)
    return { service: 'bedrock', operation: 'apply-guardrail', input: parse(body), model: id, version }
  }
  const [, invoked, qualifier] = invokePath.exec(request.url ?? '') ?? []
  if (invoked) {
    const name = [invoked, ...(qualifier ? [qualifier] : [])].map(decodeURIComponent).join(':')
    return { service: 'lambda', operation: 'Invoke', input: parse(body), function: name }
  }
  const base = readBaseCall(request, body)
  if (base) return base
  const [prefix = '', operation] = String(request.headers['x-amz-target'] ?? '').split('.')
  const service = services[prefix]
  return service && operation ? { service, operation, input: parse(body) } : readForm(request, body)
}

/** The access key id of a Signature Version 4; the signature itself proves nothing here. */
export const accessKeyId = (request: IncomingMessage): string | undefined =>
  objectCaller(request) ?? /Credential=([^/,]+)\//.exec(request.headers.authorization ?? '')?.[1]
