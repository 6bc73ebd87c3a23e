import { agentKey, claimKey } from '#shared/aws/dynamo-keys.ts'
import type { AgentReader, AgentState, ClaimRecord } from '#shared/line/agent.ts'
import type { MemoryTable } from './memory-table.ts'

export const memoryAgentReader = (table: MemoryTable): AgentReader => ({
  readState: async (id) => {
    const found = table.get<Omit<AgentState, 'id'>>(agentKey(id))
    return found && { id, open: [...found.open].sort(), seenAt: found.seenAt }
  },
  readClaim: async (agentId, claimId) => table.get<ClaimRecord>(claimKey(agentId, claimId)),
})
