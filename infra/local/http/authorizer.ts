import type { IncomingMessage } from 'node:http'
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose'

/** A token's claims as Lambda gets them: every value a string, a list as `[a b]`. */
export type Claims = Readonly<Record<string, string>>

export interface AuthorizerSetting {
  readonly issuer: string
  readonly audience: readonly string[]
  readonly keys: JSONWebKeySet
  /** Such as `$request.header.Authorization`. */
  readonly identitySource: string
}

export type Verdict =
  | { readonly kind: 'allowed'; readonly claims: Claims; readonly scopes: readonly string[] | null }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }

export type Authorizer = (incoming: IncomingMessage, scopes: readonly string[]) => Promise<Verdict>

const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

export const claimsOf = (payload: JWTPayload): Claims =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]))

const tokenOf = (incoming: IncomingMessage, source: string): string | undefined => {
  const [, kind, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? []
  const found =
    kind === 'querystring'
      ? new URL(incoming.url ?? '/', 'http://local').searchParams.get(name)
      : incoming.headers[name.toLowerCase()]
  return typeof found === 'string' ? found.replace(/^Bearer\s+/i, '') : undefined
}

// Cognito's access tokens have no `aud`; API Gateway then looks at `client_id`, and at that only without an `aud`.
const isForUs = ({ aud, client_id: clientId }: JWTPayload, audience: readonly string[]): boolean => {
  const named = aud === undefined ? [clientId] : [aud].flat()
  return named.some((one) => audience.includes(String(one)))
}

const scopesOf = ({ scope, scp }: JWTPayload): string[] =>
  Array.isArray(scp) ? scp.map(String) : String(scope ?? scp ?? '').split(' ')

/** A token names its key, and was not issued in time to come: API Gateway asks both, jose neither. */
const isWhole = ({ payload, protectedHeader }: JWTVerifyResult): boolean =>
  typeof protectedHeader.kid === 'string' && (payload.iat === undefined || payload.iat * 1_000 <= Date.now())

/** The JWT authorizer of an HTTP API: signature, algorithm, issuer, audience, times and the route's scopes. */
export const createAuthorizer = (setting: AuthorizerSetting): Authorizer => {
  const keys = createLocalJWKSet(setting.keys)
  return async (incoming, scopes) => {
    const token = tokenOf(incoming, setting.identitySource)
    if (!token) return { kind: 'unauthorized' }
    const options = { issuer: setting.issuer, algorithms: ['RS256'], requiredClaims: ['exp'] }
    const verified = await jwtVerify(token, keys, options).catch(() => undefined)
    if (!verified || !isWhole(verified) || !isForUs(verified.payload, setting.audience)) return { kind: 'unauthorized' }
    const granted = scopesOf(verified.payload)
    if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) return { kind: 'forbidden' }
    return { kind: 'allowed', claims: claimsOf(verified.payload), scopes: scopes.length > 0 ? scopes : null }
  }
}
