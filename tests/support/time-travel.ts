import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { LocalCloud } from '#infra/local/desk/local-cloud.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { entryOf } from '#shared/handoff/held-handoff.ts'

/** A local cloud's table, for a test that is held to no role. */
export const tableOf = ({ operator, running }: LocalCloud): DynamoTable => ({
  client: DynamoDBDocumentClient.from(new DynamoDBClient(operator)),
  name: running.functionNamed('AgentApi').definition.environment.BATON_TABLE ?? '',
})

/** Makes it so that a claim's lease ran out a second ago, everywhere it is written. */
export const endLeaseNow = async (cloud: LocalCloud, handoffId: string): Promise<void> => {
  const table = tableOf(cloud)
  const found = await dynamoHandoffReader(table).read(handoffId)
  if (found?.state.status !== 'claimed') throw new Error(`handoff ${handoffId} is not claimed`)
  const { handoff, state } = { handoff: found.handoff, state: found.state }
  const leaseUntil = Date.now() - 1_000
  const entry = entryOf(handoff, state.team, state.epoch)
  const { ok } = await dynamoTransactions(table, 0).commit(`time-travel-${handoffId}-${state.epoch}`, [
    { kind: 'lease-ended', lease: { ...entry, leaseUntil: state.leaseUntil } },
    { kind: 'lease-started', lease: { ...entry, leaseUntil, agentId: state.agentId } },
    { kind: 'thread-changed', threadId: state.threadId, patch: { expect: {}, set: { leaseUntil } } },
    { kind: 'handoff-changed', handoffId, patch: { expect: {}, set: { leaseUntil } } },
  ])
  if (!ok) throw new Error('the lease changed meanwhile')
}
