import type { ChannelSecrets } from '../channel/channel.ts'
import { fetchSigned, type SignedOptions } from './fetch-signed.ts'
import { failed, type ToolCaller } from './tool.ts'
import { toolCalled } from './tool-called.ts'

export interface FetchToolOptions extends SignedOptions {
  readonly secretsOf: (tool: string) => ChannelSecrets | undefined
}

/** Asks at the URL that the company declared for a tool; `webhook-id` = the idempotency key. */
export const fetchToolCaller = ({ secretsOf, ...options }: FetchToolOptions): ToolCaller => {
  const post = fetchSigned(options)
  return {
    call: async (call, timeoutMs) => {
      const { name, target } = call.tool
      if (!('url' in target)) return failed('has no URL')
      return post(
        secretsOf(name),
        { id: call.id, url: target.url, bodyAt: (at) => JSON.stringify(toolCalled(call, at)) },
        timeoutMs,
      )
    },
  }
}
