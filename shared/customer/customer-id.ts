import type { Address } from '../channel/address.ts'

/** Whose ids hold only within an account. */
const withinAccount: ReadonlySet<string> = new Set(['slack'])

/**
 * What the company knows a sender by. On its own channel that is the id it gives them itself; an id of any other channel
 * is in a space of its own, such as `telegram:6581234567`: the same digits are a telephone number on the next one.
 */
export const customerIdOf = ({ channel, account }: Pick<Address, 'channel' | 'account'>, senderId: string): string => {
  if (channel === 'standard') return senderId
  return (withinAccount.has(channel) ? [channel, account, senderId] : [channel, senderId]).join(':')
}
