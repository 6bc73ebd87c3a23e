import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { internet, type Network } from '#shared/channel/media/fetch-pinned.ts'
import { fetchSiteTokens } from '#shared/channel/standard/fetch-site-tokens.ts'
import { siteTokensSchema } from '#shared/config/identity-schema.ts'
import type { ProviderServer } from './provider-server.ts'
import { mondayMorning } from './test-clock.ts'

export const issuer = 'https://shop.example.com'
export const audience = 'baton'
export const siteSecret = 's'.repeat(44)
const nowSeconds = mondayMorning / 1_000

/** What a good token holds; `undefined` leaves a claim out. */
export const claims = (fields: Record<string, unknown> = {}): JWTPayload => {
  const all: Record<string, unknown> = {
    iss: issuer,
    aud: audience,
    sub: 'c-1',
    iat: nowSeconds,
    exp: nowSeconds + 600,
    ...fields,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

export const unsigned = (): string => new UnsecuredJWT(claims()).encode()

export const signedWith = (key: Parameters<SignJWT['sign']>[0], header: object, fields = {}): Promise<string> =>
  new SignJWT(claims(fields)).setProtectedHeader(header as { alg: string }).sign(key)

export const withSecret = (fields = {}, secret = siteSecret, alg = 'HS256'): Promise<string> =>
  signedWith(Buffer.from(secret), { alg }, fields)

export const keyPair = async (kid: string, alg = 'RS256') => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  return { jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }, privateKey, kid, alg }
}

const settings = (fields: object) => siteTokensSchema.parse({ issuer, audience, ...fields })

export const secretTokens = (secrets: readonly string[] = [siteSecret], fields = {}) =>
  fetchSiteTokens({
    settings: settings({ secret: true, ...fields }),
    secrets: { read: async () => ({ signing: secrets }) },
    clock: () => mondayMorning,
  })

/** The site's name stands for these addresses; a public one is played by the server on this machine. */
export const publishedTokens = (site: ProviderServer, clock: () => number, addresses = ['93.184.215.14']) => {
  const opened: string[] = []
  const network: Network = {
    resolve: async () => addresses,
    open: (url, judged, call) => {
      opened.push(url.href)
      return internet.open(new URL(url.pathname, site.url), judged.length > 0 ? ['127.0.0.1'] : [], call)
    },
  }
  const jwksUri = `${issuer}/keys.json`
  return { opened, tokens: fetchSiteTokens({ settings: settings({ jwksUri }), secrets: undefined, clock, network }) }
}
