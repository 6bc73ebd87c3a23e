import { randomUUID } from 'node:crypto'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ConversationView } from '#functions/agent/shapes/conversation.ts'
import { stateKey, timeKey, timerList } from '#shared/aws/dynamo-keys.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { inbound, threadOf } from '#tests/support/inbound.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'
import { endLeaseNow, tableOf } from '#tests/support/time-travel.ts'

let journey: Journey

beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey?.cloud.close())

const customerSaid = async (thread: string): Promise<readonly string[]> => {
  const { messages }: ConversationView = JSON.parse((await journey.reads(thread)).text)
  return messages.filter(({ author }) => author.kind === 'customer').map(({ text }) => text)
}

describe('what lies in the inbound queue', () => {
  /** Puts records into the queue as nobody but a door should; each is new to the queue itself. */
  const puts = async (records: readonly { group: string; body: string }[]): Promise<void> => {
    const { operator, running } = journey.cloud
    const { environment } = running.functionNamed('ReceiveMessage').definition
    const Entries = records.map(({ group, body }, n) => ({
      Id: String(n),
      MessageGroupId: group,
      MessageDeduplicationId: randomUUID(),
      MessageBody: body,
    }))
    const sqs = new SQSClient(operator)
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: environment.INBOUND_QUEUE_URL ?? '', Entries }))
    sqs.destroy()
  }
  const saying = (key: string, text: string, id: string) =>
    JSON.stringify(inbound({ key, text, id, receivedAt: Date.now() }))

  test('takes effect once, though the queue has forgotten that it had it before', async () => {
    const thread = `again-${randomUUID()}`
    await journey.says(thread, 'How do I return a lamp?', 'delivery-again')
    const answer = await journey.hears(thread)
    await puts([{ group: threadOf(thread), body: saying(thread, 'How do I return a lamp?', 'delivery-again') }])
    await journey.asks(thread, 'What is the warranty on an oak table?')

    expect(answer.author).toBe('assistant')
    expect(await customerSaid(thread)).toEqual(['How do I return a lamp?', 'What is the warranty on an oak table?'])
    expect(journey.cloud.replies().filter(({ conversationId }) => conversationId === thread)).toHaveLength(2)
  })

  test('is answered though it came beside a record that nobody can read', async () => {
    const [one, two] = [`beside-${randomUUID()}`, `beside-${randomUUID()}`]
    await puts([
      { group: threadOf(one), body: saying(one, 'How do I return a lamp?', randomUUID()) },
      { group: 'odd', body: '{"version": 7' },
      { group: threadOf(two), body: saying(two, 'How do I return a lamp?', randomUUID()) },
    ])

    expect((await journey.hears(one)).author).toBe('assistant')
    expect((await journey.hears(two)).author).toBe('assistant')
    await vi.waitFor(() =>
      expect(journey.lines).toContainEqual(expect.stringMatching(/^TakeTurn .*"record.rejected".*"unreadable body"/)),
    )
  })
})

describe('a sweep of which one step fails', () => {
  const broken = { ...stateKey('0'.repeat(24)), listKey: timerList, listSort: timeKey(1) }

  /** A conversation of long ago, as the assistant left it. */
  const forgotten = async (thread: string): Promise<void> => {
    await journey.asks(thread, 'How do I return a lamp?')
    const long = Date.now() - 25 * 3_600_000
    const { ok } = await dynamoTransactions(tableOf(journey.cloud), 0).commit(randomUUID(), [
      {
        kind: 'thread-changed',
        threadId: threadOf(thread),
        patch: { expect: { status: 'assistant' }, set: { lastMessageAt: long, timerAt: long + 24 * 3_600_000 } },
      },
    ])
    expect(ok).toBe(true)
  }

  test('does all the others, ends what can be ended, and fails at the end', async () => {
    const [left, held] = [`left-${randomUUID()}`, `held-${randomUUID()}`]
    await forgotten(left)
    await journey.asks(held, 'I want to talk to a human')
    const { handoff } = JSON.parse((await journey.claims('care-1', 'care')).text)
    await endLeaseNow(journey.cloud, handoff.id)
    const table = tableOf(journey.cloud)
    // A record that no transaction can be made of: it has no epoch.
    const Item = { ...broken, threadId: '0'.repeat(24), status: 'assistant', lastMessageAt: 1, timerAt: 1 }
    await table.client.send(new PutCommand({ TableName: table.name, Item }))

    await expect(journey.cloud.sweep()).rejects.toThrow('failed: SweepFailedError')

    expect(journey.lines).toContainEqual(expect.stringMatching(/^Sweep .*"request.failed".*"sweep.idle"/))
    expect(JSON.parse((await journey.reads(left)).text)).toMatchObject({ status: 'closed', outcome: 'answered' })
    expect(JSON.parse((await journey.reads(held)).text)).toMatchObject({ status: 'waiting' })
  })

  test('succeeds again when the cause is gone', async () => {
    const table = tableOf(journey.cloud)
    const { pk, sk } = broken
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }))

    expect(await journey.cloud.sweep()).toMatchObject({ failed: 0 })
  })
})
