import type { ChannelReceiver } from '../channel.ts'
import { metaMessaging } from './meta-messaging.ts'

/** What people write to an Instagram professional account. */
export const instagramReceiver = ({ accountId }: { readonly accountId: string }): ChannelReceiver =>
  metaMessaging({ channel: 'instagram', object: 'instagram', account: accountId })
