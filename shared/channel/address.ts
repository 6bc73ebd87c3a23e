import { createHash } from 'node:crypto'
import * as z from 'zod/mini'

/** Where a thread lives: the channel, the company's account on it, and the channel's own conversation key. */
export const addressSchema = z.object({ channel: z.string(), account: z.string(), key: z.string() })
export type Address = z.infer<typeof addressSchema>

/**
 * A hash, so that no pointer has to be looked up: 24 hex digits (96 bits; a billion threads collide with probability
 * 10^-11). Lengths are part of the hashed text, so that no two addresses spell the same text.
 */
export const threadIdOf = (address: Address): string =>
  createHash('sha256')
    .update(JSON.stringify([address.channel, address.account, address.key]))
    .digest('hex')
    .slice(0, 24)

/** A message's id follows from its delivery, so that a repeated delivery names the same message. */
export const messageIdOf = ({ address, dedupeId }: { readonly address: Address; readonly dedupeId: string }): string =>
  `in_${createHash('sha256').update(`${address.channel}#${dedupeId}`).digest('hex').slice(0, 20)}`
