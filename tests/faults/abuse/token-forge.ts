import {
  constants,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalCloud } from '#infra/local/desk/cloud.ts'

export type Part = Readonly<Record<string, unknown>>

/** What a forger has in hand, and what only the issuer has. */
export interface Forge {
  /** A good token's header and claims. */
  readonly header: Part
  readonly claims: Part
  /** The token that is good. */
  readonly good: string
  /** A token with the issuer's own key: good in all but what is changed. */
  readonly issued: (claims: Part, header?: Part) => string
  /** With a key of somebody else's. */
  readonly strange: (header?: Part, claims?: Part) => string
  /** With this as its secret. */
  readonly hashed: (secret: string | Buffer, bits: 256 | 384 | 512, header?: Part) => string
  readonly publicKey: KeyObject
  readonly strangeKey: KeyObject
}

export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

export const readPart = (token: string, at: number): Part =>
  JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString('utf8'))

const signed = (
  key: KeyObject,
  header: unknown,
  claims: unknown,
  digest = 'RSA-SHA256',
  padding = constants.RSA_PKCS1_PADDING,
) => {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${sign(digest, Buffer.from(text), { key, padding }).toString('base64url')}`
}

/** With the issuer's key under another algorithm of its kind. */
export const signedAs = (key: KeyObject, header: Part, claims: Part, digest: string, padding?: number): string =>
  signed(key, header, claims, digest, padding)

export interface OpenForge extends Forge {
  readonly issuerKey: KeyObject
}

/** The local cloud keeps the issuer's key in its folder: nobody else has it. */
export const openForge = async (cloud: LocalCloud, dataFolder: string, agent: string): Promise<OpenForge> => {
  const good = (await cloud.token(agent)) ?? ''
  const [header, claims] = [readPart(good, 0), readPart(good, 1)]
  const jwk = JSON.parse(readFileSync(join(dataFolder, 'issuer.json'), 'utf8'))
  const issuerKey = createPrivateKey({ key: jwk, format: 'jwk' })
  const { privateKey: strangeKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    header,
    claims,
    good,
    issuerKey,
    strangeKey,
    publicKey: createPublicKey(issuerKey),
    issued: (changed, other = {}) => signed(issuerKey, { ...header, ...other }, { ...claims, ...changed }),
    strange: (other = {}, changed = {}) => signed(strangeKey, { ...header, ...other }, { ...claims, ...changed }),
    hashed: (secret, bits, other = {}) => {
      const text = `${part({ ...header, alg: `HS${bits}`, ...other })}.${part(claims)}`
      return `${text}.${createHmac(`sha${bits}`, secret).update(text).digest('base64url')}`
    },
  }
}
