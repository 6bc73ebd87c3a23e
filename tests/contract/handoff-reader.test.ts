import { expect, test } from 'vitest'
import { logPlace } from '#shared/handoff/handoff-reader.ts'
import { handoffIdOf } from '#shared/thread/ids.ts'
import { conversationIdOf } from '#shared/thread/thread-state.ts'
import { onEachTable } from '#tests/support/each-table.ts'
import type { TablePorts } from '#tests/support/ports.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const dayMs = 86_400_000
const midnight = Date.UTC(2026, 10, 20)
const startedAt = midnight + 3_600_000
const seeded = waitingConversation({ startedAt })
const { threadId } = seeded.state
const { handoff } = seeded

/** A second conversation of the same thread, handed off after the first was closed. */
const later = () => {
  const at = startedAt + dayMs
  const conversationId = conversationIdOf(threadId, 2)
  const ref = { threadId, openedAt: at + 1, n: 2 }
  return {
    handoff: { ...handoff, ...ref, id: handoffIdOf(ref), conversationId, startedAt: at },
    message: {
      ...seeded.messages[0],
      threadId,
      conversationId,
      id: 'second',
      at,
      author: { kind: 'customer' as const },
      text: 'again',
    },
  }
}

const openMany = async ({ transactions }: TablePorts, opened: readonly number[]) => {
  for (const openedAt of opened) {
    const one = waitingConversation({ key: `k-${openedAt}`, startedAt: openedAt - 1, openedAt })
    await transactions.commit(`open-${openedAt}`, [{ kind: 'handoff-opened', handoff: one.handoff }])
  }
}

const readLog = async ({ handoffs }: TablePorts, from: number, to: number, limit: number) => {
  const pages: number[][] = []
  let after: string | undefined
  do {
    const page = await handoffs.log(from, to, { limit, ...(after !== undefined && { after }) })
    pages.push(page.handoffs.map(({ openedAt }) => openedAt))
    after = page.next
  } while (after !== undefined && pages.length < 50)
  return pages
}

onEachTable((fresh) => {
  test.each(['', 'nonsense', `${threadId}.1`, handoff.id])('%j, which there is not, is not found', async (id) => {
    const { handoffs } = await fresh()

    expect(await handoffs.read(id)).toBeUndefined()
    expect(await handoffs.readWithTranscript(id)).toBeUndefined()
    expect(await handoffs.readMany([id])).toEqual([])
  })

  test('a handoff is read with the state of its thread', async () => {
    const { handoffs, transactions } = await fresh()
    await transactions.commit('before', seeded.changes)

    const read = await handoffs.read(handoff.id)

    expect(read).toEqual({
      handoff: { ...handoff, attemptId: 'before' },
      state: { ...seeded.state, attemptId: 'before' },
    })
  })

  test('the whole transcript comes with it, notes included, in order', async () => {
    const { handoffs, transactions } = await fresh()
    const note = {
      ...seeded.messages[0],
      threadId,
      id: 'note',
      at: startedAt + 5,
      conversationId: handoff.conversationId,
      author: { kind: 'agent' as const },
      text: 'a note',
      internal: true as const,
    }
    await transactions.commit('before', seeded.changes)
    await transactions.commit('note', [
      { kind: 'message-added', message: note },
      { kind: 'thread-changed', threadId, patch: { expect: {}, set: {}, add: { messages: 1 } } },
    ])

    const read = await handoffs.readWithTranscript(handoff.id)

    expect(read?.transcript).toEqual([...seeded.messages, note])
  })

  test('a transcript longer than one page is complete', async () => {
    const { handoffs, transactions } = await fresh()
    const many = Array.from({ length: 40 }, (_, n) => ({
      ...seeded.messages[0],
      threadId,
      conversationId: handoff.conversationId,
      id: `m-${n}`,
      at: startedAt + 100 + n,
      author: { kind: 'customer' as const },
      text: 'x'.repeat(60_000),
    }))
    await transactions.commit('before', seeded.changes)
    await transactions.commit('more', [
      ...many.map((message) => ({ kind: 'message-added' as const, message })),
      { kind: 'thread-changed', threadId, patch: { expect: {}, set: {}, add: { messages: many.length } } },
    ])

    const read = await handoffs.readWithTranscript(handoff.id)

    expect(read?.transcript.map(({ id }) => id)).toEqual([...seeded.messages, ...many].map(({ id }) => id))
  })

  test('half a transcript says how much was stored', async () => {
    const { handoffs, transactions } = await fresh()
    await transactions.commit('before', seeded.changes)
    await transactions.commit('lost', [
      { kind: 'thread-changed', threadId, patch: { expect: {}, set: {}, add: { messages: 1 } } },
    ])

    const read = await handoffs.readWithTranscript(handoff.id)

    expect([read?.transcript.length, read?.stored]).toEqual([seeded.messages.length, seeded.messages.length + 1])
  })

  test('of a later conversation only its own messages are the transcript', async () => {
    const { handoffs, transactions } = await fresh()
    const second = later()
    await transactions.commit('before', seeded.changes)
    await transactions.commit('later', [
      { kind: 'message-added', message: second.message },
      { kind: 'handoff-opened', handoff: second.handoff },
      {
        kind: 'thread-changed',
        threadId,
        patch: { expect: {}, set: { conversationId: second.handoff.conversationId, messages: 1, conversation: 2 } },
      },
    ])

    const read = await handoffs.readWithTranscript(second.handoff.id)

    expect(read?.transcript.map(({ id }) => id)).toEqual(['second'])
    expect((await handoffs.ofThread(threadId)).map(({ n }) => n)).toEqual([1, 2])
  })

  test('many are read at once, more than one request can name', async () => {
    const ports = await fresh()
    const opened = Array.from({ length: 120 }, (_, n) => startedAt + n)
    await openMany(ports, opened)
    const ids = opened.map(
      (openedAt) => waitingConversation({ key: `k-${openedAt}`, startedAt: openedAt - 1, openedAt }).handoff.id,
    )

    const read = await ports.handoffs.readMany(ids)

    expect(read.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  test('the log runs over days, oldest first, each handoff once, page by page', async () => {
    const ports = await fresh()
    const opened = [0, 1, 2, 3, 4, 5, 6].map((n) => midnight + n * (dayMs / 2) + 7)
    await openMany(ports, [...opened].reverse())

    const pages = await readLog(ports, midnight, midnight + 10 * dayMs, 2)

    expect(pages.flat()).toEqual(opened)
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 2, 1])
  })

  test('a page behind a place that is older than the log’s first moment begins with that moment', async () => {
    const ports = await fresh()
    await openMany(ports, [midnight + 1_000, midnight + 2_000, midnight + 3_000])
    const after = logPlace({ openedAt: midnight + 1_000, id: handoff.id })

    const page = await ports.handoffs.log(midnight + 2_500, midnight + dayMs, { limit: 10, after })

    expect(page.handoffs.map(({ openedAt }) => openedAt)).toEqual([midnight + 3_000])
  })

  test('the log takes in its first moment and leaves out its last', async () => {
    const ports = await fresh()
    await openMany(ports, [midnight - 1, midnight, midnight + dayMs - 1, midnight + dayMs])

    expect((await readLog(ports, midnight, midnight + dayMs, 10)).flat()).toEqual([midnight, midnight + dayMs - 1])
  })

  test('a log that starts late on its first day still reaches the last one', async () => {
    const ports = await fresh()
    await openMany(ports, [midnight + dayMs - 5, midnight + dayMs + 60_000])

    const pages = await readLog(ports, midnight + dayMs - 10, midnight + dayMs + 120_000, 10)

    expect(pages.flat()).toEqual([midnight + dayMs - 5, midnight + dayMs + 60_000])
  })

  test('an empty log is one empty page', async () => {
    const ports = await fresh()

    expect(await readLog(ports, midnight, midnight + 3 * dayMs, 10)).toEqual([[]])
  })

  test('a page that would go on behind the end is empty', async () => {
    const { handoffs } = await fresh()
    const after = logPlace({ openedAt: midnight + dayMs, id: handoff.id })

    expect(await handoffs.log(midnight, midnight + dayMs, { limit: 10, after })).toEqual({ handoffs: [] })
  })
})
