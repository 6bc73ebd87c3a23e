import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefKey, handoffKey, type Key, messageKey, stateKey } from '#shared/aws/dynamo-keys.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const startedAt = Date.UTC(2026, 10, 23, 9)
const closedAt = startedAt + 60_000
const days = 30
const inDays = (at: number) => Math.ceil(at / 1_000) + days * 86_400

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo?.stop())

const lifeOf = async (key: Key) =>
  (await dynamo.table.client.send(new GetCommand({ TableName: dynamo.table.name, Key: { ...key } }))).Item?.ttl

const close = { expect: {}, set: { status: 'closed' as const, closedAt } }
const reopen = { expect: {}, set: { status: 'assistant' as const }, remove: ['closedAt' as const] }

test('a thread that is over ends with its records, and lives on when somebody writes again', async () => {
  const transactions = dynamoTransactions(dynamo.table, days)
  const { state, messages, changes } = waitingConversation({ key: 'over', startedAt })
  const [first] = messages
  const { threadId } = state
  await transactions.commit('seed', changes)

  expect(await lifeOf(messageKey(threadId, startedAt, first?.id ?? ''))).toBe(inDays(startedAt))
  expect(await lifeOf(stateKey(threadId))).toBeUndefined()

  await transactions.commit('close', [{ kind: 'thread-changed', threadId, patch: close }])
  expect(await lifeOf(stateKey(threadId))).toBe(inDays(closedAt))

  await transactions.commit('again', [{ kind: 'thread-changed', threadId, patch: reopen }])
  expect(await lifeOf(stateKey(threadId))).toBeUndefined()
})

test('with no end given, everything is kept until it is erased', async () => {
  const transactions = dynamoTransactions(dynamo.table, 0)
  const { state, messages, changes } = waitingConversation({ key: 'kept', startedAt })
  const [first] = messages
  await transactions.commit('seed', changes)
  await transactions.commit('close', [{ kind: 'thread-changed', threadId: state.threadId, patch: close }])

  expect(await lifeOf(messageKey(state.threadId, startedAt, first?.id ?? ''))).toBeUndefined()
  expect(await lifeOf(stateKey(state.threadId))).toBeUndefined()
})

test('words end before the figures of which they are: the handoff stays countable, and says nothing any more', async () => {
  const transactions = dynamoTransactions(dynamo.table, { recordDays: 400, textDays: days })
  const { state, messages, handoff, changes } = waitingConversation({ key: 'apart', startedAt })
  const [first] = messages
  const { threadId } = state
  await transactions.commit('seed', changes)
  const [record, beside] = [handoffKey(threadId, handoff.openedAt, 1), briefKey(threadId, handoff.openedAt, 1)]
  const reader = dynamoHandoffReader(dynamo.table)
  const before = await reader.ofThread(threadId)

  expect(await lifeOf(messageKey(threadId, startedAt, first?.id ?? ''))).toBe(inDays(startedAt))
  expect(await lifeOf(beside)).toBe(inDays(handoff.openedAt))
  expect(await lifeOf(record)).toBe(Math.ceil(handoff.openedAt / 1_000) + 400 * 86_400)
  await dynamo.table.client.send(new DeleteCommand({ TableName: dynamo.table.name, Key: { ...beside } }))
  const after = await reader.ofThread(threadId)

  expect(before).toMatchObject([{ id: handoff.id, reason: handoff.reason, fired: handoff.fired }])
  expect(after).toMatchObject([
    { id: handoff.id, trigger: handoff.trigger, reason: handoff.trigger, brief: { summary: '' } },
  ])
  expect(JSON.stringify(after)).not.toContain(handoff.reason)
})
