import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { waitingKey } from '#shared/aws/dynamo-keys.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { claim } from '#shared/handoff/claim.ts'
import { placeOf } from '#shared/line/line-entry.ts'
import { silentLog } from '#shared/log/log.ts'
import { cloudPorts } from '#tests/support/cloud-ports.ts'
import { startDynamo } from '#tests/support/dynamo.ts'
import { startSqs } from '#tests/support/sqs.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { agentOf, waitingConversation } from '#tests/support/waiting-conversation.ts'
import { median, quantile, rounded } from './median.ts'

export interface ClaimLatency {
  readonly waiting: number
  readonly claims: number
  readonly medianMs: number
  readonly p95Ms: number
}

export interface ClaimLatencies {
  readonly sizes: readonly ClaimLatency[]
  /** The longest line against the shortest, median against median of one run. */
  readonly longestOverShortest: number
}

const usualLongest = 100_000
const claims = 60
const config = testConfig()
const team = 'care'
const firstStart = Date.UTC(2026, 10, 22, 9)
const writersAtOnce = 8

/** The head as turns would have stored it; behind it entries alone, since no claim looks at more than those. */
const seed = async (table: DynamoTable, commit: (n: number) => Promise<unknown>, size: number): Promise<void> => {
  for (let n = 0; n < Math.min(size, claims); n += 1) await commit(n)
  const tail = Array.from(
    { length: Math.max(0, size - claims) },
    (_, n) => waitingConversation(conversation(claims + n)).entry,
  )
  const batches = Array.from({ length: Math.ceil(tail.length / 25) }, (_, n) => tail.slice(n * 25, n * 25 + 25))
  const write = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const puts = batch.map((entry) => ({
        PutRequest: { Item: { ...waitingKey(team, placeOf(entry), entry.conversationId), ...entry } },
      }))
      await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }))
    }
  }
  await Promise.all(Array.from({ length: writersAtOnce }, write))
}

const conversation = (n: number) => ({ key: `bench-${n}`, team, startedAt: firstStart + n * 10 })

/** Claims turn by turn on three lines of different length, so that all of them meet the same noise. */
export const measureClaimLatency = async (longest = usualLongest): Promise<ClaimLatencies> => {
  const sizes = [10, 1_000, longest]
  const [dynamo, sqs] = await Promise.all([startDynamo(), startSqs()])
  try {
    const lines = await Promise.all(
      sizes.map(async (size) => {
        const table = await dynamo.emptyTable()
        const ports = {
          ...cloudPorts(table, sqs),
          log: silentLog,
          clock: Date.now,
          random: Math.random,
          sleep: async () => {},
        }
        const commit = (n: number) =>
          ports.transactions.commit(`seed-${n}`, waitingConversation(conversation(n)).changes)
        await seed(table, commit, size)
        return { size, ports, times: [] as number[] }
      }),
    )

    for (let n = 0; n < claims; n += 1) {
      // Who is first in a round meets what the round before left behind: each in its turn.
      for (const { size, ports, times } of [...lines.slice(n % lines.length), ...lines.slice(0, n % lines.length)]) {
        // The shortest line is filled up again, so that it stays as long as it is called.
        if (size < claims && n >= size)
          await ports.transactions.commit(`seed-${n}`, waitingConversation(conversation(n)).changes)
        await ports.tickets.send(team)
        const from = performance.now()
        const claimed = await claim(ports, config, {
          agent: agentOf(`agent-${n}`),
          team,
          claimId: `claim-${n}`,
          waitSeconds: 1,
        })
        times.push(performance.now() - from)
        if (claimed?.handoff.startedAt !== firstStart + n * 10) throw new Error(`claim ${n} of ${size} is out of order`)
      }
    }
    const figures = lines.map(({ size, times }) => ({
      waiting: size,
      claims: times.length,
      medianMs: rounded(median(times)),
      p95Ms: rounded(quantile(times, 0.95)),
    }))
    const [atShortest, atLongest] = [figures[0]?.medianMs ?? Number.NaN, figures.at(-1)?.medianMs ?? Number.NaN]
    return { sizes: figures, longestOverShortest: rounded(atLongest / atShortest) }
  } finally {
    await Promise.all([dynamo.stop(), sqs.stop()])
  }
}
