import { type Address, threadIdOf } from '#shared/channel/address.ts'
import type { InboundMessage } from '#shared/channel/inbound-message.ts'
import type { Customer } from '#shared/customer/customer.ts'
import type { Phrasing } from './questions.ts'
import { type Random, weighted } from './random.ts'
import { type Wording, wordingOf } from './wording.ts'

/** Of all customers; a language without questions is nobody's. */
const languages: Readonly<Record<string, number>> = { en: 0.45, de: 0.25, fr: 0.1, es: 0.08, it: 0.06, pt: 0.06 }
const shares = { isNamed: 0.6, isVouchedFor: 0.4, isGold: 0.01 }
const names = ['Ada', 'Ben', 'Carla', 'Dmitri', 'Elif', 'Femi', 'Gustav', 'Hana', 'Ines', 'Jan'] as const

/** Somebody who writes, on one thread for good. */
export interface Caller {
  readonly threadId: string
  readonly phrasing: Phrasing
  readonly random: Random
  /** As the company knows them, if it does. */
  readonly customer: Customer | undefined
  /** Words of a new visit. */
  wording(): Wording
  says(text: string, at: number): InboundMessage
}

export const createCaller = (n: number, phrasings: readonly Phrasing[], random: Random): Caller => {
  const of = phrasings.map((one) => [one, languages[one.language] ?? 0] as const)
  const phrasing = weighted(random, of)
  if (!phrasing) throw new RangeError('there are no questions in any language')
  const address: Address = { channel: 'standard', account: 'shop', key: `quarter-${n}` }
  const id = `c-${n}`
  const sender = {
    id,
    ...(random.chance(shares.isNamed) && { name: random.pick(names) }),
    verified: random.chance(shares.isVouchedFor) ? { email: `${id}@customers.example` } : {},
  }
  const isGold = random.chance(shares.isGold)
  let written = 0
  return {
    threadId: threadIdOf(address),
    phrasing,
    random,
    customer: isGold ? { id, tier: 'gold', value: 12_000, updatedAt: 0 } : undefined,
    wording: () => wordingOf(phrasing, random),
    says: (text, at) => {
      written += 1
      const message = `m-${n}-${written}`
      return {
        version: 1,
        address,
        dedupeId: message,
        sender,
        message: { id: message, text, attachments: [] },
        receivedAt: at,
      }
    },
  }
}
