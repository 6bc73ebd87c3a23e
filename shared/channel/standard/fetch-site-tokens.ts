import { type JWTVerifyGetKey, jwtVerify } from 'jose/jwt/verify'
import { errorName } from '../../log/error-name.ts'
import type { ChannelSecrets } from '../channel.ts'
import type { Network } from '../media/fetch-pinned.ts'
import type { SiteTokenAnswer, SiteTokens } from '../site-tokens.ts'
import { fetchSiteKeys } from './fetch-site-keys.ts'
import { readClaims, type TokenSettings, toleranceSeconds } from './site-claims.ts'

/** Longer is no token of anybody who signs in. */
const longest = 8_192
/** RFC 7518: a key of HS256 has as many bytes as its hash. */
const leastKeyBytes = 32

/** Never both kinds: a public key that everybody knows would be a secret then. */
const publicAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const secretAlgorithms = ['HS256']

export interface SiteTokenOptions {
  readonly settings: TokenSettings
  /** Of a site that signs with one. */
  readonly secrets: ChannelSecrets | undefined
  readonly clock: () => number
  readonly network?: Network
}

const refused = (cause: string): SiteTokenAnswer => ({ kind: 'refused', cause })

/** Two while the secret is rotated. */
const keysOf = async (secrets: ChannelSecrets | undefined): Promise<readonly Uint8Array[]> => {
  const active = (await secrets?.read())?.signing ?? []
  return active.map((secret) => Buffer.from(secret, 'utf8')).filter((key) => key.byteLength >= leastKeyBytes)
}

/** By its code: the message may quote what was sent. */
const causeOf = (error: unknown): string => {
  const { code, claim } = error as { readonly code?: unknown; readonly claim?: unknown }
  const isNamed = typeof code === 'string' && code.startsWith('ERR_J')
  return isNamed
    ? [code, claim].filter((one) => typeof one === 'string' && one !== 'unspecified').join(' ')
    : errorName(error)
}

/**
 * Tokens as JWT (RFC 7519, with RFC 8725's counsel): the kind of key is the configuration's and never the token's to
 * choose; issuer, audience, subject and end have to stand in it.
 */
export const fetchSiteTokens = ({ settings, secrets, clock, network }: SiteTokenOptions): SiteTokens => {
  const { issuer, audience, jwksUri, idClaim } = settings
  const published = jwksUri === undefined ? undefined : fetchSiteKeys(jwksUri, clock, network)
  const judge = async (token: string, key: Uint8Array | JWTVerifyGetKey, now: number): Promise<SiteTokenAnswer> => {
    const options = {
      algorithms: typeof key === 'function' ? publicAlgorithms : secretAlgorithms,
      issuer,
      audience,
      requiredClaims: ['exp', idClaim],
      clockTolerance: toleranceSeconds,
      currentDate: new Date(now),
    }
    const { payload } = await (typeof key === 'function'
      ? jwtVerify(token, key, options)
      : jwtVerify(token, key, options))
    return readClaims(payload, settings, now)
  }

  return {
    read: async (token, now) => {
      if (typeof token !== 'string') return refused('is no text')
      if (token.length > longest) return refused('is too long')
      try {
        const keys = published ? [published] : await keysOf(secrets)
        let failure: unknown = new Error('there is no secret of 32 bytes')
        for (const key of keys) {
          try {
            return await judge(token, key, now)
          } catch (error) {
            failure = error
          }
        }
        return refused(causeOf(failure))
      } catch (error) {
        return refused(causeOf(error))
      }
    },
  }
}
