import { expect, test } from 'vitest'
import type { Change } from '#shared/handoff/change.ts'
import type { Message } from '#shared/thread/message.ts'
import { onEachTable } from '#tests/support/each-table.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const startedAt = 1_700_000_000_000
const seeded = waitingConversation({ startedAt })
const { threadId, conversationId } = seeded.state

const messageAt = (at: number, text = `at ${at}`): Message => ({
  threadId,
  conversationId,
  id: `m-${at}`,
  at,
  author: { kind: 'customer' },
  text,
})
const add = (message: Message): Change => ({ kind: 'message-added', message })
const times = (count: number, from = 1): readonly number[] =>
  Array.from({ length: count }, (_, n) => startedAt + 10 + (from + n) * 1_000)

onEachTable((fresh) => {
  test('a thread that nobody wrote on has no state and no messages', async () => {
    const { threads } = await fresh()

    expect(await threads.readNewest('0'.repeat(24), 5)).toEqual({ messages: [] })
  })

  test('the newest messages come with the state, oldest first, and no more than asked for', async () => {
    const { threads, transactions } = await fresh()
    await transactions.commit('before', [...seeded.changes, ...times(5).map((at) => add(messageAt(at)))])

    const { state, messages } = await threads.readNewest(threadId, 3)

    expect(state).toEqual({ ...seeded.state, attemptId: 'before' })
    expect(messages.map(({ at }) => at)).toEqual(times(3, 3))
  })

  test('a page that leaves older messages out says so, and one that holds all does not', async () => {
    const { threads, transactions } = await fresh()
    await transactions.commit('before', [...seeded.changes, ...times(5).map((at) => add(messageAt(at)))])

    expect(await threads.readNewest(threadId, 3)).toMatchObject({ more: true })
    expect(await threads.readNewest(threadId, 50)).not.toHaveProperty('more')
  })

  test('messages too long for one page are not left out unsaid', async () => {
    const { threads, transactions } = await fresh()
    await transactions.commit(
      'before',
      times(15).map((at) => add(messageAt(at, 'x'.repeat(100_000)))),
    )

    const { messages, more } = await threads.readNewest(threadId, 50)

    expect(more ?? messages.length === 15).toBe(true)
  })

  test('handoffs and closed conversations are not taken for messages', async () => {
    const { threads, transactions } = await fresh()
    const closed = { id: conversationId, threadId, startedAt, closedAt: startedAt, messages: 2, outcome: 'solved' }
    await transactions.commit('before', [...seeded.changes, { kind: 'conversation-closed', record: closed }])

    expect((await threads.readNewest(threadId, 50)).messages).toEqual(seeded.messages)
    expect(await threads.readMessages(threadId)).toEqual(seeded.messages)
    expect(await threads.readConversations(threadId)).toEqual([closed])
  })

  test('all messages are read however many there are and however long', async () => {
    const { threads, transactions } = await fresh()
    const long = 'x'.repeat(100_000)
    await transactions.commit(
      'before',
      times(15).map((at) => add(messageAt(at, long))),
    )
    await transactions.commit(
      'later',
      times(15, 16).map((at) => add(messageAt(at, long))),
    )

    const all = await threads.readMessages(threadId)

    expect(all.map(({ at }) => at)).toEqual(times(30))
  })

  test('messages are read from a time on, that time included', async () => {
    const { threads, transactions } = await fresh()
    await transactions.commit(
      'before',
      times(4).map((at) => add(messageAt(at))),
    )
    const [, second = 0] = times(4)

    expect((await threads.readMessages(threadId, second)).map(({ at }) => at)).toEqual(times(3, 2))
  })

  test('one message is read by its place, and another place holds none', async () => {
    const { threads, transactions } = await fresh()
    const [at = 0] = times(1)
    await transactions.commit('before', [add(messageAt(at, 'Grüße 😀 \uFFFE'))])

    expect(await threads.readMessage(threadId, at, `m-${at}`)).toEqual(messageAt(at, 'Grüße 😀 \uFFFE'))
    expect(await threads.readMessage(threadId, at + 1, `m-${at}`)).toBeUndefined()
  })

  test('one thread shows nothing of another', async () => {
    const { threads, transactions } = await fresh()
    const other = waitingConversation({ startedAt, key: 'thread-2' })
    await transactions.commit('before', seeded.changes)
    await transactions.commit('other', other.changes)

    expect(await threads.readMessages(threadId)).toEqual(seeded.messages)
  })
})
