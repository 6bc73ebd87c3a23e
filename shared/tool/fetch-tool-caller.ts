import type { ChannelSecrets } from '../channel/channel.ts'
import { fetchSigned, type SignedOptions } from './fetch-signed.ts'
import type { ToolCall, ToolCaller } from './tool.ts'

const payload = ({ tool, conversationId, customer, input }: ToolCall, at: Date): string =>
  JSON.stringify({
    type: 'tool.called',
    timestamp: at.toISOString(),
    data: { tool: tool.name, conversation: { id: conversationId }, ...(customer && { customer }), input },
  })

export interface FetchToolOptions extends SignedOptions {
  readonly secretsOf: (tool: string) => ChannelSecrets | undefined
}

/** Asks at the URL that the company declared for a tool; `webhook-id` = the idempotency key. */
export const fetchToolCaller = ({ secretsOf, ...options }: FetchToolOptions): ToolCaller => {
  const post = fetchSigned(options)
  return {
    call: (call, timeoutMs) => {
      const { name, target } = call.tool
      return post(secretsOf(name), { id: call.id, url: target.url, bodyAt: (at) => payload(call, at) }, timeoutMs)
    },
  }
}
