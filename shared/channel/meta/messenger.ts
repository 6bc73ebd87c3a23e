import type { ChannelReceiver } from '../channel.ts'
import { metaMessaging } from './meta-messaging.ts'

/** What people write to a Facebook page. */
export const messengerReceiver = ({ pageId }: { readonly pageId: string }): ChannelReceiver =>
  metaMessaging({ channel: 'messenger', object: 'page', account: pageId })
