import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoResendMarks, dynamoSweepReader } from '#shared/handoff/dynamo-sweep-reader.ts'
import type { ResendMarks, SweepReader } from '#shared/handoff/sweep-reader.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { memoryResendMarks, memorySweepReader } from '#tests/support/memory-sweep-reader.ts'
import { memoryPorts, type TablePorts } from '#tests/support/ports.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

interface Swept extends TablePorts {
  readonly reader: SweepReader
  readonly marks: ResendMarks
}

const start = 1_700_000_000_000

const onEachReader = (suite: (fresh: () => Promise<Swept>) => void): void => {
  describe('in memory', () =>
    suite(async () => {
      const ports = memoryPorts()
      return { ...ports, reader: memorySweepReader(ports.table), marks: memoryResendMarks(ports.table) }
    }))

  describe('in DynamoDB', () => {
    let dynamo: TestDynamo
    beforeAll(async () => {
      dynamo = await startDynamo()
    })
    afterAll(() => dynamo.stop())

    suite(async () => {
      const table = await dynamo.emptyTable()
      return { ...tablePorts(table), reader: dynamoSweepReader(table), marks: dynamoResendMarks(table) }
    })
  })
}

/** A thread that waits, with one message on its way since then. */
const threadWith = async (ports: Swept, key: string, at: number, fields: Partial<Message> = {}) => {
  const { state, handoff, entry } = waitingConversation({ key, startedAt: at - 1 })
  const message: Message = {
    threadId: state.threadId,
    id: `out-${key}`,
    conversationId: state.conversationId,
    at,
    author: { kind: 'system' },
    text: 'A person answers here.',
    delivery: 'pending',
    ...fields,
  }
  await ports.transactions.commit(`seed-${key}`, [
    { kind: 'thread-begun', state },
    { kind: 'handoff-opened', handoff },
    { kind: 'line-entered', entry },
    { kind: 'message-added', message },
  ])
  return { state, message }
}

const withTimer = async (ports: Swept, key: string, timerAt: number | undefined): Promise<ThreadState> => {
  const { state, changes } = waitingConversation({ key, startedAt: start })
  const timed: ThreadState = timerAt === undefined ? state : { ...state, timerAt }
  await ports.transactions.commit(
    `seed-${key}`,
    changes.map((change) => (change.kind === 'thread-begun' ? { ...change, state: timed } : change)),
  )
  return timed
}

onEachReader((fresh) => {
  test('messages that are still on their way come with their thread, oldest first', async () => {
    const ports = await fresh()
    const later = await threadWith(ports, 'b', start + 2)
    const earlier = await threadWith(ports, 'a', start + 1)

    const found = await ports.reader.undelivered(start + 2, 10)

    expect(found.map(({ message }) => message)).toEqual([earlier.message, later.message])
    expect(found.map(({ state }) => state.address)).toEqual([earlier.state.address, later.state.address])
  })

  test('what is too young to worry about is not found', async () => {
    const ports = await fresh()
    await threadWith(ports, 'a', start + 2)

    expect(await ports.reader.undelivered(start + 1, 10)).toEqual([])
  })

  test('what was sent, refused for good or never to be sent is not found', async () => {
    const ports = await fresh()
    const settled = await threadWith(ports, 'a', start)
    await ports.deliveries.settle(settled.message, 'sent')
    const refused = await threadWith(ports, 'b', start)
    await ports.deliveries.settle(refused.message, 'failed', 'callback answered 410')
    const { delivery, ...note } = settled.message
    await ports.transactions.commit('note', [
      { kind: 'message-added', message: { ...note, id: 'note', internal: true } },
    ])

    expect(await ports.reader.undelivered(start + 10, 10)).toEqual([])
  })

  test('what a queue message stands for is found only from when it is watched, at its own place', async () => {
    const ports = await fresh()
    const { message } = await threadWith(ports, 'a', start)
    const unlisted = { ...message, id: 'by-the-turn', at: start + 1 }
    await ports.transactions.commit('turn', [{ kind: 'message-added', message: unlisted, unlisted: true }])
    const before = await ports.reader.undelivered(start + 10, 10)
    await ports.deliveries.watch(unlisted)

    expect(before.map(({ message: { id } }) => id)).toEqual(['out-a'])
    expect((await ports.reader.undelivered(start, 10)).map(({ message: { id } }) => id)).toEqual(['out-a'])
    expect((await ports.reader.undelivered(start + 1, 10)).map(({ message: { id } }) => id)).toEqual([
      'out-a',
      'by-the-turn',
    ])
  })

  test('watching what is settled, marked or not there changes nothing', async () => {
    const ports = await fresh()
    const settled = await threadWith(ports, 'a', start)
    await ports.deliveries.settle(settled.message, 'sent')
    const marked = await threadWith(ports, 'b', start)
    await ports.marks.mark(marked.message, start + 5, start + 100)
    for (const message of [settled.message, marked.message, { ...settled.message, id: 'never-written' }])
      await ports.deliveries.watch(message)

    expect(await ports.reader.undelivered(start + 99, 10)).toEqual([])
    expect(await ports.reader.undelivered(start + 100, 10)).toHaveLength(1)
    expect(await ports.deliveries.read(settled.state.threadId, start, 'never-written')).toBeUndefined()
  })

  test('no more messages are read than were asked for', async () => {
    const ports = await fresh()
    for (const n of [1, 2, 3]) await threadWith(ports, `t-${n}`, start + n)

    const found = await ports.reader.undelivered(start + 10, 2)

    expect(found.map(({ message }) => message.id)).toEqual(['out-t-1', 'out-t-2'])
  })

  test('a message is marked once, however many saw it unmarked', async () => {
    const ports = await fresh()
    const { message } = await threadWith(ports, 'a', start)

    const marked = await Promise.all([1, 2, 3].map((n) => ports.marks.mark(message, start + n, start + n)))

    expect(marked.filter(Boolean)).toHaveLength(1)
    expect(await ports.threads.readMessage(message.threadId, message.at, message.id)).toMatchObject({ resends: 1 })
  })

  test('a message that was marked before is marked again, by whoever read that mark', async () => {
    const ports = await fresh()
    const { message } = await threadWith(ports, 'a', start)
    await ports.marks.mark(message, start + 1, start + 1)

    expect(await ports.marks.mark({ ...message, resends: 1 }, start + 2, start + 2)).toBe(true)
    expect(await ports.marks.mark({ ...message, resends: 1 }, start + 3, start + 3)).toBe(false)
    expect(await ports.threads.readMessage(message.threadId, message.at, message.id)).toEqual({
      ...message,
      resends: 2,
      resentAt: start + 2,
    })
  })

  test('a marked message is found again when it is listed, behind those that were not marked', async () => {
    const ports = await fresh()
    const marked = await threadWith(ports, 'a', start)
    const unmarked = await threadWith(ports, 'b', start + 5)
    await ports.marks.mark(marked.message, start + 1, start + 10)

    const idsUpTo = async (before: number) =>
      (await ports.reader.undelivered(before, 10)).map(({ message }) => message.id)

    expect(await idsUpTo(start + 9)).toEqual([unmarked.message.id])
    expect(await idsUpTo(start + 10)).toEqual([unmarked.message.id, marked.message.id])
  })

  test('a settled message is not marked, and one that is not there is not made', async () => {
    const ports = await fresh()
    const { message } = await threadWith(ports, 'a', start)
    await ports.deliveries.settle(message, 'sent')
    const gone = { ...message, id: 'gone' }

    expect(await ports.marks.mark(message, start + 1, start + 1)).toBe(false)
    expect(await ports.marks.mark(gone, start + 1, start + 1)).toBe(false)
    expect(await ports.threads.readMessage(gone.threadId, gone.at, gone.id)).toBeUndefined()
  })

  test('timers that ran out are found, the longest overdue first', async () => {
    const ports = await fresh()
    const second = await withTimer(ports, 'b', start + 20)
    const first = await withTimer(ports, 'a', start + 10)
    await withTimer(ports, 'c', start + 31)
    await withTimer(ports, 'd', undefined)

    const { due: found, next } = await ports.reader.dueTimers(start + 30, 10)

    expect(found.map(({ threadId }) => threadId)).toEqual([first.threadId, second.threadId])
    expect(next).toBeUndefined()
    expect(found[0]).toMatchObject({ timerAt: start + 10, status: 'waiting', address: first.address })
  })

  test('timers come a page at a time, and a page stays where it was when what stood before it is gone', async () => {
    const ports = await fresh()
    for (const n of [1, 2, 3]) await withTimer(ports, `t-${n}`, start + n)

    const first = await ports.reader.dueTimers(start + 10, 2)
    for (const { threadId } of first.due)
      await ports.transactions.commit(`end-${threadId}`, [
        { kind: 'thread-changed', threadId, patch: { expect: {}, set: {}, remove: ['timerAt'] } },
      ])
    const second = await ports.reader.dueTimers(start + 10, 2, first.next)

    expect(first.due.map(({ timerAt }) => timerAt)).toEqual([start + 1, start + 2])
    expect(second.due.map(({ timerAt }) => timerAt)).toEqual([start + 3])
    expect(second.next).toBeUndefined()
  })

  test('a timer that was wound anew, or taken away, is not found', async () => {
    const ports = await fresh()
    const rewound = await withTimer(ports, 'a', start + 10)
    const ended = await withTimer(ports, 'b', start + 10)
    await ports.transactions.commit('rewind', [
      { kind: 'thread-changed', threadId: rewound.threadId, patch: { expect: {}, set: { timerAt: start + 50 } } },
      { kind: 'thread-changed', threadId: ended.threadId, patch: { expect: {}, set: {}, remove: ['timerAt'] } },
    ])

    expect((await ports.reader.dueTimers(start + 49, 10)).due).toEqual([])
    expect((await ports.reader.dueTimers(start + 50, 10)).due.map(({ threadId }) => threadId)).toEqual([
      rewound.threadId,
    ])
  })
})
