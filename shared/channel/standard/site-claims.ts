import type { BatonConfig } from '../../config/config.ts'
import type { SiteTokenAnswer } from '../site-tokens.ts'

export type TokenSettings = NonNullable<BatonConfig['identity']['tokens']>

export type Claims = Readonly<Record<string, unknown>>

const longest = 256
/** A token is good for whoever has it: what lives longer than a day is no word of today's. */
const longestLifeSeconds = 86_400
export const toleranceSeconds = 60

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longest && !/\p{C}/u.test(value) ? value : undefined

/** Some issuers write booleans as text. */
const isTrue = (value: unknown): boolean => value === true || value === 'true'

const refused = (cause: string): SiteTokenAnswer => ({ kind: 'refused', cause })

/** What a token says whose signature, issuer, audience and time hold. An address counts only where the site verified it. */
export const readClaims = (claims: Claims, { idClaim, accountClaim }: TokenSettings, now: number): SiteTokenAnswer => {
  const { exp, iat, email, phone_number: phone } = claims
  const seconds = now / 1_000
  if (typeof iat === 'number' && iat > seconds + toleranceSeconds) return refused('is from the future')
  if (Number(exp) > seconds + longestLifeSeconds + toleranceSeconds) return refused('lives too long')
  const own = (name: string) => (Object.hasOwn(claims, name) ? text(claims[name]) : undefined)
  const [id, account] = [own(idClaim), own(accountClaim)]
  if (id === undefined) return refused('names nobody')
  const verified = {
    email: isTrue(claims.email_verified) ? text(email) : undefined,
    phone: isTrue(claims.phone_number_verified) ? text(phone) : undefined,
    account,
  }
  const known = Object.entries(verified).flatMap(([what, value]) => (value === undefined ? [] : [[what, value]]))
  return { kind: 'good', signedIn: { id, verified: Object.fromEntries(known) } }
}
