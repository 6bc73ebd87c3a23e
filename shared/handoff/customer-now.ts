import type { BatonConfig } from '../config/config.ts'
import { lastSenderOf, type ThreadState } from '../thread/thread-state.ts'
import { vouchedValues } from '../thread/vouching.ts'
import type { BriefCustomer } from './brief.ts'
import type { Handoff } from './handoff.ts'
import { type Verification, verificationsOf } from './verification.ts'

const isSame = (one: Verification, other: Verification): boolean =>
  one.what === other.what && one.value === other.value && one.how === other.how

/**
 * The brief's customer with what was vouched for since: whoever signs in while they wait is not asked who they are. Of
 * another person, who wrote on the thread meanwhile, it tells nothing.
 */
export const customerNow = (
  { brief, conversationId, customerId, channel }: Handoff,
  state: ThreadState,
  config: Pick<BatonConfig, 'identity'>,
): BriefCustomer => {
  const { customer } = brief
  const { vouchings } = state
  const senderId = lastSenderOf(state)
  const isTheirs = senderId === customerId || state.customerId === customerId
  if (!vouchings || senderId === undefined || !isTheirs || state.conversationId !== conversationId) return customer
  const now = verificationsOf({ vouchings, customer: undefined, channel, senderId, config })
  const before = (customer.verifications ?? []).filter((one) => !now.some((other) => isSame(one, other)))
  return {
    ...customer,
    ...(state.customerId !== undefined && { id: state.customerId }),
    verified: { ...customer.verified, ...vouchedValues(vouchings) },
    verifications: [...now, ...before],
  }
}
