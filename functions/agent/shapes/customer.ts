import * as z from 'zod/mini'
import { type Customer, customerIdSchema, customerProfileSchema } from '#shared/customer/customer.ts'
import { timeOf, timeSchema } from './fields.ts'

export const customerSchema = z.extend(customerProfileSchema, { id: z.string(), updatedAt: timeSchema })

export const customerView = ({ updatedAt, ...profile }: Customer): z.infer<typeof customerSchema> => ({
  ...profile,
  updatedAt: timeOf(updatedAt),
})

/** As a channel names its senders; a slash would end the path. */
export const customerPath = z.object({ id: customerIdSchema })
