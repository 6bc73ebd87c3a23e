import type { Address } from '../channel/address.ts'
import type { InboundMessage } from '../channel/inbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import { type Vouching, vouchedAlso, vouchedCustomer } from '../thread/vouching.ts'
import { customerIdOf } from './customer-id.ts'
import { findsCustomers, type Identity, identityOf, sameIdentity } from './identity.ts'

type Channels = BatonConfig['channels']

/** Whoever hides their number behind a user name is known to WhatsApp's businesses by an id without one. */
const isNumber = (id: string): boolean => /^[1-9]\d{6,14}$/.test(id)

/**
 * The number that a provider vouches for. WhatsApp proves it when an account is made; what stands in an SMS as its sender
 * proves nothing, unless the company says that it trusts its networks.
 */
const phoneVouchedFor = ({ channel }: Address, senderId: string, channels: Channels): string | undefined => {
  if (channel === 'whatsapp') return isNumber(senderId) ? `+${senderId}` : undefined
  if (channel !== 'twilio') return undefined
  const [, whatsapp, digits = ''] = /^(whatsapp:)?\+(\d+)$/.exec(senderId) ?? []
  const counts = whatsapp !== undefined || channels.twilio?.vouchesForSms === true
  return counts && isNumber(digits) ? `+${digits}` : undefined
}

/** What is vouched for with one message, and by whom. */
export const vouchingsOf = ({ address, sender, receivedAt: at }: InboundMessage, channels: Channels) => {
  const phone = phoneVouchedFor(address, sender.id, channels)
  const { id, verified } = sender.signedIn ?? {}
  const said: readonly Vouching[] = [
    { how: 'channel', at, values: phone === undefined ? {} : { phone } },
    { how: 'company', at, values: sender.verified },
    { how: 'token', at, values: { ...verified, ...(id !== undefined && { [vouchedCustomer]: id }) } },
  ]
  return said.filter(({ values }) => Object.keys(values).length > 0)
}

/** Of one person's messages together, oldest first. */
export const vouchingsIn = (messages: readonly InboundMessage[], channels: Channels): readonly Vouching[] =>
  messages.reduce<readonly Vouching[]>((all, message) => vouchedAlso(all, vouchingsOf(message, channels)), [])

/** The id that a channel itself gives whoever writes; of an SMS it is a number that anybody may write there. */
const channelIdentity = (address: Address, senderId: string): Identity | undefined => {
  if (address.channel === 'standard' || address.channel === 'twilio') return undefined
  return identityOf(address.channel, customerIdOf(address, senderId).slice(address.channel.length + 1))
}

/** By what whoever writes may be found among the customers, each once. */
export const identitiesOf = (
  vouchings: readonly Vouching[],
  address: Address,
  senderId: string,
): readonly Identity[] => {
  const vouched = vouchings.flatMap(({ how, values }) =>
    Object.entries(values).flatMap(([what, text]) =>
      findsCustomers(what) || (how === 'token' && what === vouchedCustomer) ? (identityOf(what, text) ?? []) : [],
    ),
  )
  // A number is as good as the id that WhatsApp makes of it: one of them is looked for.
  const own = vouched.some(({ what }) => what === 'phone') ? undefined : channelIdentity(address, senderId)
  const all = own ? [...vouched, own] : vouched
  return all.filter((one, index) => all.findIndex((other) => sameIdentity(one, other)) === index)
}
