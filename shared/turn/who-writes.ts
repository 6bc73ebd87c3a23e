import type { Address } from '../channel/address.ts'
import type { InboundMessage } from '../channel/inbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import type { Customer, CustomerStore, Found, Sender } from '../customer/customer.ts'
import { customerIdOf } from '../customer/customer-id.ts'
import { type Identity, sameIdentity } from '../customer/identity.ts'
import { isOnlyId } from '../customer/resolver.ts'
import type { SenderSpent } from '../customer/spending.ts'
import { identitiesOf, vouchingsIn } from '../customer/vouched.ts'
import { lastSenderOf, type ThreadState } from '../thread/thread-state.ts'
import { type Vouching, vouchedAlso, vouchedValues } from '../thread/vouching.ts'
import { type AskResolverPorts, askResolver, toldLast } from './ask-resolver.ts'

/** What the messages themselves say of whoever wrote the last of them. */
export interface Asked {
  readonly address: Address
  /** As the channel writes their id. */
  readonly ownId: string
  /** The same, within its channel. */
  readonly senderId: string
  readonly vouchings: readonly Vouching[]
  readonly identities: readonly Identity[]
  /** When the last of them arrived. */
  readonly at: number
}

/** That, and what is kept of them. */
export interface ReadSender extends Sender {
  readonly found: readonly Found[]
}

/** Whoever wrote last: as the channel calls them, and as the company knows them. */
export interface Who {
  readonly senderId: string
  readonly customerId: string
  readonly customer?: Customer
  readonly spent: SenderSpent
  readonly vouchings: readonly Vouching[]
}

/** Nobody's word counts for another: only what came with this sender's own messages. */
export const askedIn = (messages: readonly InboundMessage[], channels: BatonConfig['channels']): Asked => {
  const last = messages.at(-1)
  const address = last?.address ?? { channel: '', account: '', key: '' }
  const theirs = messages.filter(({ sender }) => sender.id === last?.sender.id)
  const vouchings = vouchingsIn(theirs, channels)
  return {
    address,
    ownId: last?.sender.id ?? '',
    senderId: last ? customerIdOf(address, last.sender.id) : '',
    vouchings,
    identities: last ? identitiesOf(vouchings, address, last.sender.id) : [],
    at: last?.receivedAt ?? 0,
  }
}

type Customers = Pick<CustomerStore, 'read' | 'find'>

/** Beside the thread, and nothing where there is nothing to find anybody by. */
export const readSender = async (customers: Customers, { senderId, identities }: Asked): Promise<ReadSender> => {
  const [sender, found] = await Promise.all([
    customers.read(senderId),
    identities.length > 0 ? customers.find(identities) : [],
  ])
  return { ...sender, found }
}

/** What was vouched for earlier in the conversation still is; of somebody else it never was. */
const remembered = (state: ThreadState | undefined, senderId: string): readonly Vouching[] =>
  state && state.status !== 'closed' && lastSenderOf(state) === senderId ? (state.vouchings ?? []) : []

/**
 * The one customer that it leads to: the one whom the company's site named, or whose id the channel itself says, or who
 * alone has what is vouched for. Two people's identities with one sender are nobody's.
 */
const resolved = (
  senderId: string,
  own: Customer | undefined,
  identities: readonly Identity[],
  found: readonly Found[],
): Pick<Who, 'customerId' | 'customer'> & { readonly ambiguous?: true } => {
  const named = identities.findLast(({ what }) => what === 'customer')
  if (named) {
    const customer =
      found.find(({ identity }) => sameIdentity(identity, named))?.customer ??
      (named.value === senderId ? own : undefined)
    return { customerId: named.value, ...(customer && { customer }) }
  }
  if (own) return { customerId: own.id, customer: own }
  const [first, ...others] = found
  if (!first) return { customerId: senderId }
  if (others.some(({ customer }) => customer.id !== first.customer.id)) return { customerId: senderId, ambiguous: true }
  return { customerId: first.customer.id, customer: first.customer }
}

export interface WhoFacts {
  readonly asked: Asked
  readonly read: ReadSender
  readonly state: ThreadState | undefined
  /** That the channel's provider vouches for. */
  readonly email: string | undefined
  /** Nobody is asked any more. */
  readonly thirdTry: boolean
}

export interface WhoPorts extends Omit<AskResolverPorts, 'customers'> {
  readonly customers: Pick<CustomerStore, 'find' | 'keepResolved'>
}

const spentBy = ({ spending, daySpending }: ReadSender): SenderSpent => ({
  ...(spending && { hour: spending }),
  ...(daySpending && { day: daySpending }),
})

/**
 * Who writes, by what is vouched for now and what was before in this conversation: looked up anew with each turn, so that
 * a number that has changed hands leads to whoever has it now.
 */
export const whoWrites = async (ports: WhoPorts, facts: WhoFacts): Promise<Who> => {
  const { asked, read, state, email } = facts
  const { senderId, address, at } = asked
  const now = email === undefined ? [] : [{ how: 'channel' as const, at, values: { email } }]
  const vouchings = vouchedAlso(remembered(state, senderId), vouchedAlso(now, asked.vouchings))
  const identities = identitiesOf(vouchings, address, asked.ownId)
  const isNamed = identities.some(({ what }) => what === 'customer')
  const more = identities.filter((one) => !asked.identities.some((other) => sameIdentity(one, other)))
  // Who is known by their own id needs nothing to be found by.
  const later = more.length > 0 && (isNamed || !read.customer) ? await ports.customers.find(more) : []
  const found = [...read.found, ...later]
  const { ambiguous, ...whom } = resolved(senderId, read.customer, identities, found)
  if (ambiguous) ports.log({ event: 'customer.ambiguous', channel: address.channel, customers: found.length })
  const isKnown = isNamed || whom.customer !== undefined || ambiguous === true
  const told = isKnown ? undefined : await toldBy(ports, facts, vouchings)
  return {
    ...{ senderId, ...whom, vouchings },
    ...(told && { customerId: told.id, customer: told }),
    spent: spentBy(read),
  }
}

/** By the company's resolver, which is asked only while the assistant has the word; the profile's word counts before its own. */
const toldBy = async (
  ports: WhoPorts,
  { asked, read, state, thirdTry }: WhoFacts,
  vouchings: readonly Vouching[],
): Promise<Customer | undefined> => {
  const { address, ownId: id, senderId } = asked
  const isHeard = state?.status === 'waiting' || state?.status === 'claimed'
  const verified = vouchedValues(vouchings)
  const question = { ...{ id, senderId, verified }, channel: address.channel, account: address.account }
  const told =
    isHeard || thirdTry ? toldLast(read.resolved, verified) : await askResolver(ports, question, read.resolved)
  const customer = told?.customer
  if (!customer || !isOnlyId(customer)) return customer
  const [profile] = await ports.customers.find([{ what: 'customer', value: customer.id }])
  return profile?.customer ?? customer
}
