import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startLocalQueues } from '#tests/support/local-queues.ts'

describe('a queue with a data folder', () => {
  it('keeps order, receive counts, what is in flight and what it has seen across a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'queues-'))
    const first = await startLocalQueues({ kept: { FifoQueue: true } }, folder)
    const before = first.queues.byName('kept.fifo')
    for (const text of ['1', '2']) before?.send({ body: text, groupId: text, deduplicationId: text })
    const [one] = (await before?.receive({ count: 1 })) ?? []
    await first.close()

    const second = await startLocalQueues({ kept: { FifoQueue: true } }, folder)
    const after = second.queues.byName('kept.fifo')
    after?.send({ body: 'again', groupId: '2', deduplicationId: '2' })

    expect(after?.depth()).toEqual({ visible: 1, inFlight: 1, delayed: 0 })
    after?.changeVisibility(one?.receiptHandle ?? '', 0)
    const messages = (await after?.receive({ count: 10 })) ?? []
    expect(messages.map(({ message }) => [message.body, message.receiveCount])).toEqual([
      ['1', 2],
      ['2', 1],
    ])
    await second.close()
    rmSync(folder, { recursive: true })
  })
})
