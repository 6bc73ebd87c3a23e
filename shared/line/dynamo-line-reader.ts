import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { leasePrefix, linePk, waitingPrefix } from '../aws/dynamo-keys.ts'
import { withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { type Lease, type LineEntry, waitingSince } from './line-entry.ts'
import type { LineReader } from './line-reader.ts'

/** Leases not yet accepted sort before the waiting entries; more than this at once and the head costs a second read. */
const leasesInOneRead = 24
const afterLeases = `${leasePrefix}~`

export const dynamoLineReader = (table: DynamoTable): LineReader => {
  const query = (team: string, input: Partial<QueryCommandInput> & { from: string }) => {
    const { from, ...rest } = input
    return table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': linePk(team), ':from': from },
        ...rest,
      }),
    )
  }

  async function* pages(team: string, limit: number, input: Partial<QueryCommandInput>) {
    let count = 0
    let start: Record<string, unknown> | undefined
    do {
      const page = await query(team, { from: waitingPrefix, Limit: limit - count, ExclusiveStartKey: start, ...input })
      yield page
      count += page.Count ?? 0
      start = page.LastEvaluatedKey
    } while (start && count < limit)
  }

  return {
    head: async (team, clock) => {
      const page = await query(team, { from: leasePrefix, Limit: leasesInOneRead + 1 })
      const items = page.Items ?? []
      const waits = items.find(({ sk }) => String(sk) > afterLeases)
      const leases = items.filter(({ sk }) => String(sk) < afterLeases).map(withoutKeys<Lease>)
      const now = clock()
      const expired = leases.filter(({ leaseUntil }) => leaseUntil <= now)
      const running = leases.slice(expired.length)
      if (waits || !page.LastEvaluatedKey)
        return { expired, running, ...(waits && { first: withoutKeys<LineEntry>(waits) }) }

      const [first] = (await query(team, { from: waitingPrefix, Limit: 1 })).Items ?? []
      return { expired, running, ...(first && { first: withoutKeys<LineEntry>(first) }) }
    },

    list: async (team, { limit, after }) => {
      const page = await query(team, {
        from: waitingPrefix,
        Limit: limit,
        ...(after && { ExclusiveStartKey: { pk: linePk(team), sk: after } }),
      })
      const next = page.LastEvaluatedKey?.sk
      return { entries: (page.Items ?? []).map(withoutKeys<LineEntry>), ...(next && { next: String(next) }) }
    },

    countWaiting: async (team, limit) => {
      let count = 0
      for await (const page of pages(team, limit, { Select: 'COUNT' })) count += page.Count ?? 0
      return count
    },

    measure: async (team, limit) => {
      let [waiting, since] = [0, Number.POSITIVE_INFINITY]
      for await (const page of pages(team, limit, { ProjectionExpression: 'handedOffAt, teamSince, firstClaimedAt' })) {
        waiting += page.Count ?? 0
        since = Math.min(since, ...(page.Items ?? []).map((entry) => waitingSince(entry as LineEntry)))
      }
      return waiting === 0 ? { waiting } : { waiting, since }
    },
  }
}
