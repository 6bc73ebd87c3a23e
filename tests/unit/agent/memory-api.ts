import type { MiddlewareObj } from '@middy/core'
import type { Context } from 'aws-lambda'
import { answerAgent } from '#functions/agent/answer-agent.ts'
import type { AgentPorts } from '#functions/agent/ports.ts'
import type { Erasing } from '#shared/handoff/erasure.ts'
import { type AgentRequest, agentEvent, tokenOf } from '#tests/support/agent-event.ts'
import { memoryLinks } from '#tests/support/memory-links.ts'
import { memoryWhatIf } from '#tests/support/memory-what-if.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { type WaitingFields, waitingConversation } from '#tests/support/waiting-conversation.ts'

export const cleo = tokenOf('cleo', ['care'], 'Cleo')

const noErasing: Erasing = {
  erase: async () => Promise.reject(new Error('nobody is erased here')),
  read: async () => undefined,
}

/** The API over ports in memory, with the event as the test wants it. */
export const memoryApi = (changed: Partial<AgentPorts> = {}, published: MiddlewareObj = { after: () => undefined }) => {
  const ports = {
    ...memoryPorts(),
    config: testConfig(),
    erasing: async () => noErasing,
    links: memoryLinks,
    whatIf: memoryWhatIf(),
    ...changed,
  }
  const handler = answerAgent(ports, '{}', published)
  return {
    ...ports,
    waits: async (fields: Partial<WaitingFields> = {}) => {
      const waiting = waitingConversation({ startedAt: ports.clock() - 60_000, ...fields })
      await ports.transactions.commit(`store#${fields.key}`, waiting.changes)
      return waiting
    },
    call: async (request: AgentRequest, changedEvent: object = {}) => {
      const event = { ...agentEvent({ token: cleo, ...request }), ...changedEvent }
      const { statusCode, body = '', headers } = await handler(event, {} as Context)
      return { status: statusCode, headers, text: body, body: JSON.parse(body || '{}') }
    },
  }
}
