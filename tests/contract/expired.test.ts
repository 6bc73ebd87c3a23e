import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoErasedPeople } from '#shared/customer/dynamo-erased-people.ts'
import { erasedDays } from '#shared/customer/erased-people.ts'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { dynamoConversationLog } from '#shared/report/dynamo-conversation-log.ts'
import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import { keptMs } from '#shared/report/what-if/job.ts'
import type { ToldDifference } from '#shared/report/what-if/told-difference.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'
import { doneStanding, whatIfJob } from '#tests/support/what-if-job.ts'

const startedAt = Date.UTC(2026, 10, 23, 9)
const day = 86_400_000
const [textDays, recordDays] = [30, 400]

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo?.stop())

/** A table that deletes nothing, as DynamoDB does for days, and the time by which it is read. */
const open = async () => {
  let now = startedAt
  const table = { ...(await dynamo.emptyTable()), clock: () => now }
  return { table, passDays: (days: number) => (now += days * day + 1_000) }
}

const withConversation = async () => {
  const { table, passDays } = await open()
  const { state, messages, handoff, changes } = waitingConversation({ key: 'expired', startedAt })
  await dynamoTransactions(table, { recordDays, textDays }).commit('seed', changes)
  return { table, passDays, threadId: state.threadId, messages, handoff, state }
}

test('what was said is shown until its days are over, though it is still there', async () => {
  const { table, passDays, threadId, messages } = await withConversation()
  const reader = dynamoThreadReader(table)
  const [first] = messages
  if (!first) throw new Error('nobody said anything')
  const shown = async () => [
    (await reader.readMessages(threadId)).length,
    (await reader.readNewest(threadId, 100)).messages.length,
    (await reader.readMessage(threadId, first.at, first.id)) === undefined,
  ]

  expect(await shown()).toEqual([messages.length, messages.length, false])
  passDays(textDays)

  expect(await shown()).toEqual([0, 0, true])
})

test('a thread that is over is found by whoever writes next, however long ago that was', async () => {
  const { table, passDays, threadId, state } = await withConversation()
  const patch = { expect: {}, set: { status: 'closed' as const, closedAt: startedAt } }
  await dynamoTransactions(table, recordDays).commit('close', [{ kind: 'thread-changed', threadId, patch }])

  passDays(recordDays)

  expect((await dynamoThreadReader(table).readNewest(threadId, 100)).state).toMatchObject({
    conversationId: state.conversationId,
    status: 'closed',
  })
})

test('a handoff loses its words when theirs are over, and is gone when its own are', async () => {
  const { table, passDays, threadId, handoff } = await withConversation()
  const reader = dynamoHandoffReader(table)
  const all = async () => [
    ...(await reader.ofThread(threadId)),
    ...(await reader.readMany([handoff.id])),
    ...(await reader.log(startedAt, startedAt + day, { limit: 9 })).handoffs,
    ...[await reader.read(handoff.id), await reader.readWithTranscript(handoff.id)].flatMap(
      (one) => one?.handoff ?? [],
    ),
  ]

  expect((await all()).map(({ reason }) => reason)).toEqual(Array(5).fill(handoff.reason))
  passDays(textDays)
  const wordless = await all()
  passDays(recordDays - textDays)

  expect(wordless.map(({ reason, brief }) => [reason, brief.summary])).toEqual(Array(5).fill([handoff.trigger, '']))
  expect(await all()).toEqual([])
})

test('the report reads no words that have expired', async () => {
  const { table, passDays, handoff } = await withConversation()
  const words = handoff.fired[0]?.reason ?? 'none'
  const read = async () => {
    const found = []
    for await (const one of dynamoConversationLog(table, () => startedAt).read(startedAt, startedAt + day))
      found.push(one)
    return JSON.stringify(found)
  }

  expect(await read()).toContain(words)
  passDays(textDays)

  expect(await read()).not.toContain(words)
  expect(await read()).not.toContain('"text"')
})

test('who was erased is not known any more once no message of theirs can come', async () => {
  const { table, passDays } = await open()
  const erased = dynamoErasedPeople(table)
  await erased.mark(['one'], startedAt)

  passDays(erasedDays - 1)
  expect([...(await erased.read(['one'])).keys()]).toEqual(['one'])
  passDays(1)

  expect([...(await erased.read(['one'])).keys()]).toEqual([])
})

test('a what-if is there for a week, and an erasure takes one that is past it, too', async () => {
  const { table, passDays, threadId } = await withConversation()
  const jobs = dynamoWhatIfJobs(table)
  const job = whatIfJob({ askedAt: startedAt, standing: doneStanding('run-1', startedAt) })
  const difference: ToldDifference = { kind: 'gone', conversationId: `${threadId}.1`, threadId, open: false }
  await jobs.ask(job)
  await jobs.keep(job, 0, [difference])
  const shown = async () => [
    (await jobs.read(job.id))?.id,
    (await jobs.all()).length,
    (await jobs.differences(job.id, 0)).differences.length,
  ]

  expect(await shown()).toEqual([job.id, 1, 1])
  passDays(keptMs / day)
  expect(await shown()).toEqual([undefined, 0, 0])

  expect(await jobs.forget([threadId])).toBe(1)
  expect(await jobs.forget([threadId])).toBe(0)
})

test('an erasure finds what has expired and was not deleted', async () => {
  const { table, passDays, threadId, messages } = await withConversation()
  passDays(recordDays)

  const contents = await dynamoErasure(table).readThread(threadId)

  expect(contents.messages).toHaveLength(messages.length)
  expect(contents.handoffs).toHaveLength(1)
})
