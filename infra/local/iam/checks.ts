import type { ApiDefinition } from '../http/api-definition.ts'
import { asObject, type Json } from '../json.ts'
import { StartError } from '../stack/errors.ts'
import type { Resource } from '../stack/identity.ts'
import { arn } from '../stack/place.ts'
import type { Stack } from '../stack/template.ts'
import { type Locks, withKey } from './key-access.ts'
import { matchesArn } from './pattern.ts'
import type { Roles } from './roles.ts'

const functionOf = (stack: Stack, name: Json | undefined): Resource | undefined =>
  stack.get(String(name)) ?? stack.byArn(String(name), 'AWS::Lambda::Function')

/** What a function's own policy says about who may call it. */
export interface InvokePermission {
  readonly functionId: string
  readonly principal: string
  readonly sourceArn?: string
}

export const invokePermissions = (stack: Stack): InvokePermission[] =>
  stack.ofType('AWS::Lambda::Permission').map((permission) => {
    const { FunctionName, Principal, SourceArn } = stack.properties(permission)
    const functionId = functionOf(stack, FunctionName)?.id ?? String(FunctionName)
    return {
      functionId,
      principal: String(Principal),
      ...(SourceArn !== undefined && { sourceArn: String(SourceArn) }),
    }
  })

/** As on AWS, where the first request would be answered with 500: the API needs each function's leave. @throws {StartError} */
export const checkInvokePermissions = (stack: Stack, api: ApiDefinition): void => {
  const permissions = invokePermissions(stack).filter(({ principal }) => principal === 'apigateway.amazonaws.com')
  for (const { key, target } of api.routes) {
    const [method = '', path = ''] = key.split(' ')
    const request = arn(stack.place, 'execute-api', `${api.id}/$default/${method === 'ANY' ? 'GET' : method}${path}`)
    const isLetIn = permissions.some(
      ({ functionId, sourceArn = '*' }) => functionId === target.functionId && matchesArn(sourceArn, request),
    )
    if (!isLetIn) throw new StartError(`route ${key}: function ${target.functionId} does not let the API call it`)
  }
}

/** Lambda opens a function's environment under the function's role, where it lies under a key. @throws {StartError} */
export const checkEnvironments = (stack: Stack, roles: Roles): void => {
  for (const lambda of stack.ofType('AWS::Lambda::Function')) {
    const key = stack.property(lambda, 'KmsKeyArn')
    if (
      key !== undefined &&
      roles.ofFunction(lambda).ask({ action: 'kms:Decrypt', resource: String(key) }) !== 'allowed'
    )
      throw new StartError(`function ${lambda.id}: its role does not allow kms:Decrypt on the key of its environment`)
  }
}

const services: Readonly<Record<string, string>> = { sqs: 'sqs:SendMessage', sns: 'sns:Publish' }

/** As on AWS, which refuses to set up a destination that the function's role may not send to. @throws {StartError} */
export const checkDestinations = (stack: Stack, roles: Roles, locks: Locks = new Map()): void => {
  const check = (lambda: Resource | undefined, destination: Json | undefined) => {
    if (!lambda || destination === undefined) return
    const resource = String(destination)
    const action = services[resource.split(':')[2] ?? ''] ?? 'lambda:InvokeFunction'
    const missing = withKey(locks, { action, resource }).find((one) => !roles.ofFunction(lambda).wouldAllow(one))
    if (missing)
      throw new StartError(
        `function ${lambda.id}: its role does not allow ${missing.action} for its destination ${resource}`,
      )
  }
  for (const config of stack.ofType('AWS::Lambda::EventInvokeConfig')) {
    const { FunctionName, DestinationConfig } = stack.properties(config)
    for (const target of Object.values(asObject(DestinationConfig)))
      check(functionOf(stack, FunctionName), asObject(target).Destination)
  }
  for (const lambda of stack.ofType('AWS::Lambda::Function'))
    check(lambda, asObject(stack.property(lambda, 'DeadLetterConfig')).TargetArn)
}
