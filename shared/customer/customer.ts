import * as z from 'zod/mini'

const short = z.string().check(z.minLength(1), z.maxLength(256))

/** What the company says of a customer: the body of `PUT /customers/{id}`. */
export const customerProfileSchema = z.strictObject({
  name: z.optional(short),
  tier: z.optional(short),
  /** In the company's own unit; compared with the `high-value-account` trigger's minimum. */
  value: z.optional(z.number().check(z.nonnegative())),
  account: z.optional(short),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
  /** Identities that the company verified, such as `{ "email": "ada@example.com" }`. */
  verified: z.optional(z.record(short, short)),
  attributes: z.optional(z.record(short, z.string().check(z.maxLength(1024)))),
})
export type CustomerProfile = z.infer<typeof customerProfileSchema>

export interface Customer extends CustomerProfile {
  readonly id: string
  readonly updatedAt: number
}

/** Customers as the company told us of them, by the id that its channels name the sender with. */
export interface CustomerStore {
  read(id: string): Promise<Customer | undefined>
  write(customer: Customer): Promise<void>
}
