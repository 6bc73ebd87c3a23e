import * as z from 'zod/mini'
import type { SenderSpending } from './spending.ts'

/** Half a surrogate pair cannot be stored. */
const words = (limit: number) =>
  z.string().check(
    z.maxLength(limit),
    z.overwrite((text) => text.toWellFormed()),
  )
const short = words(256).check(z.minLength(1))
/** A handoff's brief shows the whole profile, and one record holds 400 KB. */
const within = (limitBytes: number) =>
  z.refine((value) => Buffer.byteLength(JSON.stringify(value)) <= limitBytes, `must be at most ${limitBytes} bytes`)
/** Less is nothing; a table holds no number of more than 130 decimal places. */
const leastValue = 1e-6

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** What the company says of a customer: the body of `PUT /customers/{id}`. */
export const customerProfileSchema = z.strictObject({
  name: z.optional(short),
  tier: z.optional(short),
  /** In the company's own unit; compared with the `high-value-account` trigger's minimum. */
  value: z.optional(
    z.number().check(
      z.nonnegative(),
      z.maximum(Number.MAX_SAFE_INTEGER),
      z.refine((value) => value === 0 || value >= leastValue, `must be 0 or at least ${leastValue}`),
    ),
  ),
  account: z.optional(short),
  language: z.optional(
    z
      .string()
      .check(
        z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
        z.refine(isLanguage, 'must be a language tag such as en or pt-BR'),
      ),
  ),
  /** Identities that the company verified, such as `{ "email": "ada@example.com" }`. */
  verified: z.optional(z.record(short, short).check(within(16 * 1024))),
  attributes: z.optional(z.record(short, words(1024)).check(within(64 * 1024))),
})
export type CustomerProfile = z.infer<typeof customerProfileSchema>

export interface Customer extends CustomerProfile {
  readonly id: string
  readonly updatedAt: number
}

/** Who writes: the customer, if the company told us of one, and what the model was called for lately. */
export interface Sender {
  readonly customer?: Customer
  readonly spending?: SenderSpending
}

/** Customers by the id that the company's channels name the sender with. */
export interface CustomerStore {
  /** One strongly consistent read of both. */
  read(id: string): Promise<Sender>
  write(customer: Customer): Promise<void>
}
