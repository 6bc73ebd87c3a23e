/** Who vouches: the channel's provider, the company in a message, or the company's site in a token that it signed. */
export type VouchedHow = 'channel' | 'company' | 'token'

/** What one of them vouches for about whoever wrote last, such as `{ phone: '+6581234567' }`, and since when. */
export interface Vouching {
  readonly how: VouchedHow
  /** The message that it came with, the last one that said it. */
  readonly at: number
  readonly values: Readonly<Record<string, string>>
  /** Somebody else was signed in where they write now: both read what is said there. @default nobody */
  readonly shared?: true
}

/** In a token: whose id the company's site says it is. It names the customer, and is no identity beside it. */
export const vouchedCustomer = 'customer'

/** What was said of the one who was signed in before is nothing of the next. */
const inPlaceOf = (before: Vouching | undefined, one: Vouching): Vouching => {
  if (!before) return one
  const isAnother = before.values[vouchedCustomer] !== one.values[vouchedCustomer]
  if (one.how === 'token' && isAnother) return { ...one, shared: true }
  return { ...one, ...(before.shared && { shared: true }), values: { ...before.values, ...one.values } }
}

/** One of each, the later word in place of the earlier. */
export const vouchedAlso = (vouchings: readonly Vouching[], more: readonly Vouching[]): readonly Vouching[] =>
  more.reduce<readonly Vouching[]>((all, one) => {
    const before = all.find(({ how }) => how === one.how)
    return [...all.filter((other) => other !== before), inPlaceOf(before, one)]
  }, vouchings)

const withoutId = ({ how, values }: Vouching): Vouching['values'] => {
  if (how !== 'token') return values
  const { [vouchedCustomer]: _, ...others } = values
  return others
}

/** All of it by name alone; what a token says counts most, what a channel says least. */
export const vouchedValues = (vouchings: readonly Vouching[] = []): Vouching['values'] => {
  const saidBy = (how: VouchedHow) => vouchings.filter((one) => one.how === how).map(withoutId)
  return Object.assign({}, ...saidBy('channel'), ...saidBy('company'), ...saidBy('token'))
}
