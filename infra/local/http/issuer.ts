import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose'
import type { Keep } from '../stack/keep.ts'

/** Signs tokens as the agents' identity provider would; its key lives as long as the cloud's data. */
export interface Issuer {
  readonly url: string
  readonly keys: JSONWebKeySet
  /** `validSeconds` may be negative, for a token that has expired. */
  sign(claims: JWTPayload, validSeconds: number): Promise<string>
  openIdConfiguration(): Record<string, unknown>
}

const algorithm = 'RS256'

const privateJwk = async (keep: Keep): Promise<JWK> => {
  const kept = keep.read<JWK>('issuer.json')
  if (kept) return kept
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const fresh = await exportJWK(privateKey)
  keep.write('issuer.json', fresh)
  return fresh
}

export const startIssuer = async (url: string, keep: Keep): Promise<Issuer> => {
  const jwk = await privateJwk(keep)
  const { kty = 'RSA', n = '', e = '' } = jwk
  const kid = await calculateJwkThumbprint({ kty, n, e })
  const key = (await importJWK(jwk, algorithm)) as CryptoKey
  return {
    url,
    keys: { keys: [{ kty, n, e, kid, use: 'sig', alg: algorithm }] },
    sign: (claims, validSeconds) => {
      const now = Math.floor(Date.now() / 1_000)
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
        .setIssuer(url)
        .setIssuedAt(Math.min(now, now + validSeconds - 1))
        .setExpirationTime(now + validSeconds)
        .sign(key)
    },
    openIdConfiguration: () => ({
      issuer: url,
      jwks_uri: `${url}/.well-known/jwks.json`,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      end_session_endpoint: `${url}/logout`,
      response_types_supported: ['code', 'token'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [algorithm],
    }),
  }
}
