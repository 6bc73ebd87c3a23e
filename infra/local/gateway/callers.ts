import { type AwsCall, accessRequests } from '../iam/access-requests.ts'
import { type Locks, withKey } from '../iam/key-access.ts'
import type { PartitionKeys } from '../iam/leading-keys.ts'
import type { Role } from '../iam/role.ts'
import type { AccessRequest } from '../iam/statement.ts'
import type { Place } from '../stack/place.ts'

/** Somebody who may call AWS: a function under its role, or the local operator, who may do everything. */
export interface Caller {
  readonly name: string
  readonly accessKeyId: string
  /** Undefined: held to nothing. */
  readonly role: Role | undefined
}

export const operatorCaller: Caller = { name: 'operator', accessKeyId: 'LOCALOPERATOR', role: undefined }

/** As the SDK calls AWS, whatever this machine's own wire is. */
const secure = { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.3'] }

const explain = (place: Place, who: string, { action, resource }: AccessRequest, explicit: boolean): string => {
  const user = `arn:aws:sts::${place.account}:assumed-role/${who}`
  const because = explicit
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${action} action`
  return `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${because}`
}

/** What is known of the resources that calls are about. */
export interface KnownResources {
  readonly keys: PartitionKeys
  readonly locks: Locks
}

const nothingKnown: KnownResources = { keys: new Map(), locks: new Map() }

/** Why the call must be refused; undefined where the caller's role allows all of it. */
export const refusal = (
  place: Place,
  { name, role }: Caller,
  call: AwsCall,
  { keys, locks }: KnownResources = nothingKnown,
): string | undefined => {
  if (!role) return undefined
  const requests = accessRequests(place, call, keys)
  // A call in which we recognise nothing to judge is not let through.
  if (requests.length === 0) return `${name} may not call ${call.service}:${call.operation} without a resource`
  for (const request of requests.flatMap((one) => withKey(locks, one))) {
    const decision = role.ask({ ...request, context: { ...request.context, ...secure } })
    if (decision !== 'allowed') return explain(place, `${role.name}/${name}`, request, decision === 'denied')
  }
  return undefined
}
