import type { Customer } from '../customer/customer.ts'
import type { Message } from '../thread/message.ts'
import { speaksOfStanding } from './claim-standings.ts'
import { type Claim, type Claimed, claimsIn } from './claims.ts'

/** What the company vouches for. */
export type Known = Pick<Customer, 'name' | 'tier' | 'account' | 'verified' | 'attributes'>

const mostClaims = 20
const longestValue = 120
/** Fewer may be an account's number as well as a part of a telephone's. */
const leastDigits = 7

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '')
const bare = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '')

const isSame: Readonly<Record<'phone' | 'name' | 'standing' | 'other', (claim: string, known: string) => boolean>> = {
  phone: (claim, known) => {
    const [one, other] = [digitsOf(claim), digitsOf(known)]
    return Math.min(one.length, other.length) >= leastDigits && (one.endsWith(other) || other.endsWith(one))
  },
  name: (claim, known) => {
    const names = new Set(folded(known).split(' '))
    return folded(claim)
      .split(' ')
      .every((one) => names.has(one))
  },
  standing: (claim, known) => folded(claim).split(/[ -]/).includes(folded(known)),
  other: (claim, known) => bare(claim) === bare(known),
}

const knownFor = (what: Claimed, { name, tier, account, verified = {}, attributes = {} }: Known): readonly string[] => {
  if (what === 'standing') return tier === undefined ? [] : [tier]
  const values = [account, ...Object.values(verified), ...Object.values(attributes)]
  return [...(what === 'name' ? [name, verified.name] : values)].filter((one) => one !== undefined)
}

export const isKnown = (what: Claimed, value: string, known: Known): boolean => {
  const compare = what === 'phone' || what === 'name' || what === 'standing' ? isSame[what] : isSame.other
  return knownFor(what, known).some((one) => compare(value, one))
}

/**
 * What the customer says of themselves in their own messages, each once and as they first said it; where there is more than
 * an agent reads, the newest. What the company vouches for is no claim.
 */
export const claimsOf = (transcript: readonly Message[], known: Known): readonly Claim[] => {
  const claims = new Map<string, Claim>()
  for (const { id, at, author, text } of transcript)
    for (const { what, value } of author.kind === 'customer' ? claimsIn(text) : []) {
      const key = `${what} ${bare(value)}`
      if (value.length <= longestValue && !claims.has(key) && !isKnown(what, value, known))
        claims.set(key, { what, value, messageId: id, at })
    }
  return [...claims.values()].slice(-mostClaims)
}

/** They name what is asked for, and nobody. */
const ofTheMatter: ReadonlySet<string> = new Set(['order-number', 'invoice-number'])

/** A model's sentence that names what is only claimed is marked as the customer's, so that it does not read as a fact. */
export const asClaimed = (
  wish: string | undefined,
  claims: readonly Claim[],
  { tier }: Pick<Known, 'tier'> = {},
): string | undefined => {
  if (wish === undefined) return undefined
  const sentence = bare(wish)
  const speaks = speaksOfStanding.exec(wish)?.[0]
  const isStanding = speaks !== undefined && (tier === undefined || !bare(speaks).startsWith(bare(tier)))
  const isClaimed = claims.some(({ what, value }) => !ofTheMatter.has(what) && sentence.includes(bare(value)))
  return isStanding || isClaimed ? `The customer says: ${wish}` : wish
}
