import * as z from 'zod/mini'
import { charactersSchema } from './characters.ts'
import { findsCustomers, type Identity, identityOf } from './identity.ts'
import type { KnownSender } from './known-sender.ts'
import type { ResolvedSender } from './resolver.ts'
import type { SenderSpending } from './spending.ts'

/** Half a surrogate pair cannot be stored. */
const words = (least: number, most: number) =>
  charactersSchema(least, most).check(z.overwrite((text) => text.toWellFormed()))
const short = words(1, 256)
/** A handoff's brief shows the whole profile, and one record holds 400 KB. */
const within = (limitBytes: number) =>
  z.refine((value) => Buffer.byteLength(JSON.stringify(value)) <= limitBytes, `must be at most ${limitBytes} bytes`)
/** Less is nothing; a table holds no number of more than 130 decimal places. */
const leastValue = 1e-6

/** What `Intl` takes for a language, a script, a region and a variant. */
const languageForm = /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))?$/

/** What would be stored and find nobody would be found missing by the customer. */
const findable = z.refine<Readonly<Record<string, string>>>(
  (verified) =>
    Object.entries(verified).every(([what, text]) => !findsCustomers(what) || identityOf(what, text) !== undefined),
  'must have a phone with its country, such as +6581234567, and an email such as ada@example.com',
)

/** As a channel, a site or the company's own books name a customer. */
export const customerIdSchema = charactersSchema(1, 256).check(
  z.regex(/^[^\p{C}]+$/u, 'must be without control characters'),
)

/** What the company says of a customer: the body of `PUT /customers/{id}`. */
export const customerProfileSchema = z.strictObject({
  name: z.optional(short),
  tier: z.optional(short),
  /** In the company's own unit; compared with the `high-value-account` trigger's minimum. */
  value: z.optional(
    z.union(
      [z.literal(0), z.number().check(z.minimum(leastValue), z.maximum(Number.MAX_SAFE_INTEGER))],
      `must be 0, or ${leastValue} to ${Number.MAX_SAFE_INTEGER}`,
    ),
  ),
  account: z.optional(short),
  language: z.optional(z.string().check(z.regex(languageForm, 'must be a language tag such as en or pt-BR'))),
  /**
   * Identities that the company verified, such as `{ "email": "ada@example.com" }`. Whoever a channel or a token vouches
   * for as the same `phone`, `email` or id on a channel (`"telegram": "6581234567"`) is this customer.
   */
  verified: z.optional(z.record(short, short).check(within(16 * 1024), findable)),
  attributes: z.optional(z.record(short, words(0, 1024)).check(within(64 * 1024))),
})
export type CustomerProfile = z.infer<typeof customerProfileSchema>

export interface Customer extends CustomerProfile {
  readonly id: string
  readonly updatedAt: number
  /** Where the company's resolver answered it. @default the company told us */
  readonly source?: 'resolver'
}

/** Who writes: the customer, if the company told us of one, what the model was called for lately, and what providers told. */
export interface Sender {
  readonly customer?: Customer
  /** Within an hour, and within a day. */
  readonly spending?: SenderSpending
  readonly daySpending?: SenderSpending
  /** What providers told of this sender lately. @default nothing */
  readonly known?: readonly KnownSender[]
  /** What the company's resolver told of them last. @default it was not asked */
  readonly resolved?: ResolvedSender
}

/** Whose profile holds an identity. */
export interface Found {
  readonly identity: Identity
  readonly customer: Customer
}

/** Customers by the id that the company's channels name the sender with, and by what is vouched for. */
export interface CustomerStore {
  /** One strongly consistent read of all. */
  read(id: string): Promise<Sender>
  /** One strongly consistent read for all of them; whoever is found by none is left out. */
  find(identities: readonly Identity[]): Promise<readonly Found[]>
  /**
   * In place of the profile before, with all that finds it. Answers with what was stored, of a later time than the one before.
   * @throws IdentityTakenError | CustomerBusyError
   */
  write(customer: Customer): Promise<Customer>
  /** In place of what the resolver said of this sender before. */
  keepResolved(id: string, resolved: ResolvedSender): Promise<void>
  /** In place of what was known of this sender on this channel before. */
  remember(id: string, sender: KnownSender): Promise<void>
}
