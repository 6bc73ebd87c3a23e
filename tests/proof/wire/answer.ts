import type { Answer } from '#infra/local/gateway/exchange.ts'
import { isObject } from '#infra/local/json.ts'
import { formAnswerFaults } from './form.ts'
import type { Operation, ServiceModel } from './model.ts'
import { shapeFaults } from './shape.ts'

/** Errors that every service may answer with, and that models leave out. DynamoDB's ValidationException is one of them. */
const commonErrors = [
  'AccessDeniedException',
  'UnrecognizedClientException',
  'ValidationException',
  'ThrottlingException',
  'SerializationException',
  'UnknownOperationException',
  'InternalFailure',
]

const contentTypeOf = ({ metadata }: ServiceModel): string =>
  metadata.protocol === 'rest-json' ? 'application/json' : `application/x-amz-json-${metadata.jsonVersion}`

/** The exception's name: in the body's `__type`, or in a header where the protocol is rest-json. */
const errorName = ({ metadata }: ServiceModel, { headers }: Answer, body: Record<string, unknown>): string => {
  const written = metadata.protocol === 'rest-json' ? headers['x-amzn-errortype'] : body.__type
  return String(written ?? '')
    .replace(/^.*#/, '')
    .replace(/:.*$/, '')
}

const errorFaults = (model: ServiceModel, operation: Operation, answer: Answer, body: Record<string, unknown>) => {
  const name = errorName(model, answer, body)
  const isModelled = operation.errors?.some(({ shape }) => shape === name)
  if (!isModelled && !commonErrors.includes(name))
    return [`the error ${name || 'without a name'} is none of its errors`]
  const shape = model.shapes[name]
  const wanted = shape?.error?.httpStatusCode ?? (shape?.fault ? 500 : 400)
  const expected = name === 'AccessDeniedException' && model.metadata.protocol === 'json' ? 400 : wanted
  const status = answer.status === expected ? [] : [`${name} has status ${answer.status} and not ${expected}`]
  if (!shape) return status
  // Services write the message in either case, whatever the model says.
  const known = Object.keys(shape.members ?? {}).find((member) => member.toLowerCase() === 'message')
  const { __type: _named, message, Message, ...rest } = body
  const value = { ...rest, ...(known && { [known]: message ?? Message }) }
  return [...status, ...shapeFaults(model, name, value, 'answer')]
}

/** Errors that S3 may answer with on any operation, and that its model leaves out. */
const xmlErrors = [
  ...['AccessDenied', 'BadDigest', 'InternalError', 'InvalidAccessKeyId', 'InvalidRequest', 'NoSuchBucket'],
  ...['PreconditionFailed', 'RequestTimeTooSkewed', 'SignatureDoesNotMatch', 'SlowDown'],
]

const xmlAnswerFaults = (
  model: ServiceModel,
  { errors = [], output }: Operation,
  { status, headers, body }: Answer,
) => {
  if (status < 300) {
    const members = Object.values(model.shapes[output?.shape ?? '']?.members ?? {})
    const known = new Set(members.map(({ locationName = '' }) => locationName.toLowerCase()))
    const strange = Object.keys(headers).filter((name) => /^x-amz-(?!request-id|id-2)/.test(name) && !known.has(name))
    return strange.map((name) => `header ${name} is not known`)
  }
  const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? ''
  const isKnown = xmlErrors.includes(code) || errors.some(({ shape }) => shape === code)
  return isKnown ? [] : [`the error ${code || 'without a name'} is none of its errors`]
}

/** All that is wrong with an answer: what a client of AWS would never see from AWS. */
export const answerFaults = (model: ServiceModel, name: string, answer: Answer): readonly string[] => {
  const operation = model.operations[name]
  if (!operation) return [`the service has no operation ${name}`]
  if (model.metadata.protocol === 'rest-xml') return xmlAnswerFaults(model, operation, answer)
  if (model.metadata.protocol === 'query') return formAnswerFaults(name, operation, answer)
  const type = contentTypeOf(model)
  const typed =
    answer.headers['content-type'] === type ? [] : [`content-type is ${answer.headers['content-type']} and not ${type}`]
  let body: unknown
  try {
    body = answer.body === '' ? {} : JSON.parse(answer.body)
  } catch {
    return [...typed, 'the body is not JSON']
  }
  if (!isObject(body)) return [...typed, 'the body is no object']
  if (answer.status >= 300) return [...typed, ...errorFaults(model, operation, answer, body)]
  const wanted = operation.http.responseCode ?? 200
  return [
    ...typed,
    ...(answer.status === wanted ? [] : [`the status is ${answer.status} and not ${wanted}`]),
    ...(operation.output ? shapeFaults(model, operation.output.shape, body, 'answer') : []),
  ]
}
