import type { Answer } from '#infra/local/gateway/exchange.ts'
import type { Operation, ServiceModel } from './model.ts'
import type { WireRequest } from './request.ts'
import { shapeFaults } from './shape.ts'

/** The query protocol: a form that names the operation and the service's version, answered in XML. SNS alone speaks it here. */
export const formRequestFaults = (
  model: ServiceModel,
  name: string,
  operation: Operation,
  { headers, body }: WireRequest,
): readonly string[] => {
  const { Action, Version, ...fields } = Object.fromEntries(new URLSearchParams(body))
  const type = headers['content-type'] ?? 'missing'
  return [
    ...(type.startsWith('application/x-www-form-urlencoded') ? [] : [`header content-type is ${type} and no form's`]),
    ...(Action === name ? [] : [`the form's Action is ${Action} and not ${name}`]),
    ...(Version === model.metadata.apiVersion
      ? []
      : [`the form's Version is ${Version}, not ${model.metadata.apiVersion}`]),
    ...shapeFaults(model, operation.input?.shape ?? '', fields, 'request'),
  ]
}

/** Errors that every operation may have, and that no model names. */
const ofEveryOperation = [
  'AccessDenied',
  'InternalFailure',
  'Throttling',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
]

/** What `<Type><Code>…` of an error stands for in the model: a shape's name without its end. */
const isNamed = (code: string, { errors = [] }: Operation): boolean =>
  ofEveryOperation.includes(code) ||
  errors.some(({ shape }) => shape.replace(/(Exception|Error)$/, '') === code || shape === code)

export const formAnswerFaults = (
  name: string,
  operation: Operation,
  { status, headers, body }: Answer,
): readonly string[] => {
  const typed =
    headers['content-type'] === 'text/xml' ? [] : [`content-type is ${headers['content-type']} and not text/xml`]
  if (status < 300) return [...typed, ...(body.includes(`<${name}Response`) ? [] : [`the body is no ${name}Response`])]
  const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? ''
  return [
    ...typed,
    ...(isNamed(code, operation) ? [] : [`the error ${code || 'without a name'} is none of its errors`]),
  ]
}
