import * as z from 'zod/mini'
import { charactersSchema } from '#shared/customer/characters.ts'
import { type Customer, customerProfileSchema } from '#shared/customer/customer.ts'
import { timeOf, timeSchema } from './fields.ts'

export const customerSchema = z.extend(customerProfileSchema, { id: z.string(), updatedAt: timeSchema })

export const customerView = ({ updatedAt, ...profile }: Customer): z.infer<typeof customerSchema> => ({
  ...profile,
  updatedAt: timeOf(updatedAt),
})

/** As a channel names its senders; a slash would end the path. */
export const customerPath = z.object({
  id: charactersSchema(1, 256).check(z.regex(/^[^\p{C}]+$/u, 'must be without control characters')),
})
