import { expect, test } from 'vitest'
import type { HandoffEvent } from '#shared/handoff/handoff-event.ts'
import { owingEvents } from '#shared/handoff/owing-events.ts'
import { laterSink } from '#shared/handoff/tell-at-once.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { memoryEventOutbox, memorySink } from '#tests/support/memory-events.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const start = 1_700_000_000_000
const { changes } = waitingConversation({ startedAt: start, key: 'k-1' })

const open = () => {
  const { transactions, table } = memoryPorts()
  const [outbox, sink, logged] = [memoryEventOutbox(table), memorySink(), [] as LogEvent[]]
  const log = (event: LogEvent) => void logged.push(event)
  const telling = owingEvents(transactions, () => start, { outbox, sink, log })
  return { telling, sink, logged, owed: () => outbox.owed(start, 10) }
}
const typesOf = (events: readonly HandoffEvent[]) => events.map(({ type }) => type)

test('what was committed is told with it, and owed no more', async () => {
  const { telling, sink, owed } = open()

  expect((await telling.commit('a-1', changes)).ok).toBe(true)

  expect(typesOf(sink.heard)).toEqual(['handoff.opened'])
  expect(await owed()).toEqual([])
})

test('what was refused is told to nobody', async () => {
  const { telling, sink } = open()
  await telling.commit('a-1', changes)

  expect((await telling.commit('a-2', changes)).ok).toBe(false)

  expect(sink.heard).toHaveLength(1)
})

test('a bus that is away, or takes nothing, fails nothing: the event stays owed', async () => {
  const [away, full] = [open(), open()]
  away.sink.breaks = true
  full.sink.refuses = () => true

  expect((await away.telling.commit('a-1', changes)).ok).toBe(true)
  expect((await full.telling.commit('a-1', changes)).ok).toBe(true)

  expect(typesOf(await away.owed())).toEqual(['handoff.opened'])
  expect(typesOf(await full.owed())).toEqual(['handoff.opened'])
  expect(away.logged).toMatchObject([{ event: 'request.failed', operation: 'events.at-once' }])
})

test('a sink is opened once, by the first event', async () => {
  const sink = memorySink()
  let opened = 0
  const later = laterSink(async () => {
    opened += 1
    return sink
  })

  expect(opened).toBe(0)
  await later.put([])
  await later.put([])
  expect(opened).toBe(1)
})
