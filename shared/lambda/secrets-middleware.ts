import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { ChannelSecrets } from '../channel/channel.ts'

/** A request that cannot be judged is no refusal: the channel is told that it was us, and comes again. */
export const channelSecrets = (
  channels: Readonly<Record<string, { readonly secrets: ChannelSecrets }>>,
): MiddlewareObj<APIGatewayProxyEventV2> => ({
  before: async ({ event }) => {
    const channel = event.pathParameters?.channel ?? ''
    // Before anything is looked at, and of the one channel that is asked for.
    if (Object.hasOwn(channels, channel)) await channels[channel]?.secrets.read()
  },
})
