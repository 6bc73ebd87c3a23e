import { type AwsCall, accessRequests } from '../iam/access-requests.ts'
import { type AccessRequest, decide } from '../iam/statement.ts'
import type { Json } from '../json.ts'
import type { Place } from '../stack/place.ts'

/** Somebody who may call AWS: a function under its role, or the local operator, who may do everything. */
export interface Caller {
  readonly name: string
  readonly accessKeyId: string
  /** Undefined: held to nothing. */
  readonly statements: readonly Json[] | undefined
}

export const operatorCaller: Caller = { name: 'operator', accessKeyId: 'LOCALOPERATOR', statements: undefined }

const context = { 'aws:SecureTransport': ['true'] }

const explain = (place: Place, caller: Caller, { action, resource }: AccessRequest, explicit: boolean): string => {
  const user = `arn:aws:sts::${place.account}:assumed-role/${caller.name}/${caller.name}`
  const because = explicit
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${action} action`
  return `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${because}`
}

/** Why the call must be refused; undefined where the caller's role allows all of it. */
export const refusal = (place: Place, caller: Caller, call: AwsCall): string | undefined => {
  const { statements } = caller
  if (!statements) return undefined
  const requests = accessRequests(place, call)
  // A call in which we recognise nothing to judge is not let through.
  if (requests.length === 0) return `${caller.name} may not call ${call.service}:${call.operation} without a resource`
  for (const request of requests) {
    const decision = decide(statements, { ...request, context })
    if (decision !== 'allowed') return explain(place, caller, request, decision === 'denied')
  }
  return undefined
}
