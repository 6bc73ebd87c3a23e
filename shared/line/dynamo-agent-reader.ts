import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { agentKey, claimKey, type Key } from '../aws/dynamo-keys.ts'
import { withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { AgentReader, AgentState, ClaimRecord } from './agent.ts'

export const dynamoAgentReader = (table: DynamoTable): AgentReader => {
  const get = async (key: Key) =>
    (await table.client.send(new GetCommand({ TableName: table.name, ConsistentRead: true, Key: key }))).Item

  return {
    readState: async (agentId) => {
      const item = await get(agentKey(agentId))
      return item && ({ id: agentId, open: [...(item.open ?? [])].sort(), seenAt: item.seenAt } satisfies AgentState)
    },
    readClaim: async (agentId, claimId) => {
      const item = await get(claimKey(agentId, claimId))
      return item && withoutKeys<ClaimRecord>(item)
    },
  }
}
