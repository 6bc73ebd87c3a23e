import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BatonConfig } from '#shared/config/config.ts'
import { type ClaimPorts, claim } from '#shared/handoff/claim.ts'
import type { HandoffWithTranscript } from '#shared/handoff/handoff-reader.ts'
import { LineBusyError } from '#shared/line/errors.ts'
import { silentLog } from '#shared/log/log.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { cloudPorts } from '#tests/support/cloud-ports.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import { lineRecorder } from '#tests/support/line-recorder.ts'
import { startSqs, type TestSqs } from '#tests/support/sqs.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { agentOf, waitingConversation } from '#tests/support/waiting-conversation.ts'
import { workAtTheDesk } from '#tests/support/work-at-the-desk.ts'

const agents = Array.from({ length: 50 }, (_, n) => agentOf(`agent-${String(n).padStart(2, '0')}`))
const teams = {
  care: { name: 'Care', languages: ['en'], capacity: 50 },
  billing: { name: 'Billing', languages: ['en'], capacity: 50 },
}

let dynamo: TestDynamo
let sqs: TestSqs
beforeAll(async () => {
  dynamo = await startDynamo()
  sqs = await startSqs([], fauxqsServer)
})
afterAll(async () => {
  await sqs.stop()
  await dynamo.stop()
})

/** The real adapters over an empty table and empty queues, watched, with as many conversations as wanted in line. */
const openLine = async (count: number, config: BatonConfig) => {
  const teamUrls = { care: await sqs.createQueue('standard'), billing: await sqs.createQueue('standard') }
  const outboundUrl = await sqs.createQueue('fifo')
  const state = cloudPorts(await dynamo.emptyTable(), { ...sqs, teamUrls, outboundUrl })
  const random = seededRandom(count)
  const all = { ...state, log: silentLog, clock: Date.now, random, sleep: (ms: number) => delay(ms) }
  const recorder = lineRecorder()
  const starts = Array.from({ length: count }, (_, n) => Date.now() - 7_200_000 + n * 1_000)
  const shuffled = starts.map((at) => ({ at, key: random() })).sort((a, b) => a.key - b.key)
  const watched = recorder.watch(all)
  for (const { at } of shuffled) {
    const { changes } = waitingConversation({ startedAt: at, key: `k-${at}` })
    await watched.transactions.commit(`seed-${at}`, changes)
  }
  await all.tickets.send('care', { count })
  return { all, recorder, starts, config }
}

/** As an agent's desktop does it: busy means again in a second, with the same claim id until there is an answer. */
const claimUntilAnswered = async (ports: ClaimPorts, config: BatonConfig, command: Parameters<typeof claim>[2]) => {
  for (;;) {
    try {
      return await claim(ports, config, command)
    } catch (error) {
      if (!(error instanceof LineBusyError)) throw error
      await delay(500 + ports.random() * 1_000)
    }
  }
}

test('50 agents at once take 500 waiting conversations: each once, in the exact order of their start', async () => {
  const { all, recorder, starts, config } = await openLine(500, testConfig({ teams, routing: [] }))

  const taken = await Promise.all(
    agents.map(async (agent) => {
      const ports = recorder.watch(all)
      const mine: HandoffWithTranscript[] = []
      for (let n = 0; ; n += 1) {
        const command = { agent, team: 'care', claimId: `claim-${n}`, waitSeconds: 0 }
        const found = await claimUntilAnswered(ports, config, command)
        if (!found) return mine
        mine.push(found)
      }
    }),
  )

  expect(
    taken
      .flat()
      .map(({ handoff }) => handoff.startedAt)
      .sort(),
  ).toEqual(starts)
  expect(recorder.taken).toHaveLength(500)
  expect(recorder.passedOver()).toEqual([])
  for (const mine of taken) {
    const mineStarts = mine.map(({ handoff }) => handoff.startedAt)
    expect(mineStarts).toEqual(mineStarts.toSorted())
  }
  expect(await all.line.countWaiting('care', 10)).toBe(0)
}, 120_000)

test('places are kept over releases, declines, transfers, leases that run out and agents who vanish', async () => {
  const config = { ...testConfig({ teams, routing: [] }), lease: { seconds: 1 } }
  const { all, recorder, starts } = await openLine(60, config)
  const resolved: number[] = []

  await Promise.all(
    agents.slice(0, 12).map((agent, n) =>
      workAtTheDesk({
        ports: recorder.watch(all),
        config,
        agent,
        random: seededRandom(n),
        resolved,
        wanted: starts.length,
      }),
    ),
  )

  expect(resolved.sort()).toEqual(starts)
  expect(recorder.taken.length).toBeGreaterThan(starts.length)
  expect(recorder.passedOver()).toEqual([])
  for (const { id } of agents.slice(0, 12)) expect((await all.agents.readState(id))?.open ?? []).toEqual([])
}, 120_000)
