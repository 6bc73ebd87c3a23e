import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '#infra/load-config.ts'
import { createAgenda } from '#infra/quarter/agenda.ts'
import { createAgents } from '#infra/quarter/agents.ts'
import { createBook } from '#infra/quarter/book.ts'
import { beginningsOf, hourMs, localHour, quarterFrom, quarterTo } from '#infra/quarter/calendar.ts'
import { createDesk } from '#infra/quarter/desk.ts'
import { createLines } from '#infra/quarter/lines.ts'
import { seeded } from '#infra/quarter/random.ts'
import { inHole, staffedAt, staffingHoles } from '#infra/quarter/roster.ts'
import type { Change } from '#shared/handoff/change.ts'
import { entryOf } from '#shared/handoff/held-handoff.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const deployed = await loadConfig(join(import.meta.dirname, '../../../infra/quarter/company.config.ts'))
const { config } = deployed
const waiting = (key: string, startedAt: number) => waitingConversation({ key, startedAt, team: 'care' })

test('a quarter begins as many conversations as it was asked for, most of them by day', () => {
  const begun = [...beginningsOf(1_234)]
  const at = (wanted: number) =>
    begun.filter(({ from }) => localHour(from).hour === wanted).reduce((sum, { count }) => sum + count, 0)

  expect(begun.reduce((sum, { count }) => sum + count, 0)).toBe(1_234)
  expect(begun.every(({ count }) => count >= 0)).toBe(true)
  expect([begun[0]?.from, begun.at(-1)?.from]).toEqual([quarterFrom, quarterTo - hourMs])
  expect(at(10)).toBeGreaterThan(5 * at(3))
})

test("the first hour of the quarter is two on the company's clock, a Monday", () => {
  expect(localHour(quarterFrom)).toEqual({ weekday: 0, hour: 2 })
  expect(localHour(quarterTo - hourMs)).toEqual({ weekday: 0, hour: 1 })
})

test('a line gives out the longest conversation, whenever it came', () => {
  const lines = createLines()
  for (const [key, startedAt] of [
    ['b', 200],
    ['d', 400],
    ['a', 100],
    ['c', 300],
  ] as const)
    lines.enter(waiting(key, startedAt).entry)

  const served = Array.from({ length: 4 }, () => {
    const first = lines.first('care')
    if (first) lines.leave('care', first.conversationId)
    return first?.startedAt
  })

  expect(served).toEqual([100, 200, 300, 400])
  expect(lines.first('care')).toBeUndefined()
})

test('whoever is at work and has the least takes the next one, up to what the team allows', () => {
  const agents = createAgents()
  const taken = Array.from({ length: 5 }, () => {
    const agent = agents.free('care', 2, 2)
    if (agent) agents.took(agent.id)
    return agent?.id
  })
  agents.freed('care-02')

  expect(taken).toEqual(['care-01', 'care-02', 'care-01', 'care-02', undefined])
  expect(agents.free('care', 2, 2)?.id).toBe('care-02')
  expect(agents.free('care', 1, 2)).toBeUndefined()
})

test('in a hole are fewer people than in any other hour of that weekday, and where a team is closed is nobody', () => {
  const hoursOfWeek = Array.from({ length: 168 }, (_, hour) => quarterFrom + hour * hourMs)
  for (const hole of staffingHoles) {
    const sameDay = hoursOfWeek.filter(
      (time) => localHour(time).weekday === hole.weekday && localHour(time).hour > 8 && localHour(time).hour < 20,
    )
    const staffed = (inside: boolean) =>
      sameDay.filter((time) => inHole(hole, time) === inside).map((time) => staffedAt(hole.team, time, config, 200_000))
    expect(Math.max(...staffed(true)), hole.id).toBeLessThan(Math.min(...staffed(false)))
  }
  const closed = hoursOfWeek.filter((time) => localHour(time).weekday === 6)
  expect(closed.map((time) => staffedAt('billing', time, config, 200_000))).toEqual(closed.map(() => 0))
  expect(staffedAt('no-team', quarterFrom, config, 200_000)).toBe(0)
})

test('a book keeps what was committed, and refuses all of what one condition refuses', () => {
  const told: Change['kind'][] = []
  const book = createBook(({ kind }) => told.push(kind))
  const { state, handoff, changes } = waiting('a', 100)
  const patch = (epoch: number): Change => ({
    kind: 'handoff-changed',
    handoffId: handoff.id,
    patch: {
      expect: { status: 'waiting', epoch },
      set: { agentName: 'Ada' },
      remove: ['customerId'],
      add: { claims: 1 },
    },
  })

  expect(book.commit(changes)).toEqual({ ok: true })
  const before = told.length
  expect(book.commit([{ kind: 'line-entered', entry: entryOf(handoff, 'care', 2) }, patch(9)])).toEqual({
    ok: false,
    refusals: [{ kind: 'handoff-changed', index: 1 }],
  })
  expect(told.length).toBe(before)
  expect(book.commit([patch(handoff.epoch)])).toEqual({ ok: true })
  const { customerId: _, ...rest } = handoff
  expect(book.handoff(handoff.id)).toEqual({ handoff: { ...rest, agentName: 'Ada', claims: 1 }, state })
  book.close(state.threadId)
  expect([book.handoff(handoff.id), book.snapshot(state.threadId)]).toEqual([undefined, { state, messages: [] }])
  book.forget(state.threadId)
  expect(book.size()).toBe(0)
})

/** A desk with so many waiting since the middle of a hole, none of them in the order in which they began. */
const openDesk = (count: number) => {
  const holeFrom = quarterFrom + 5 * 24 * hourMs + 13 * hourMs
  const [agenda, lines, agents] = [createAgenda(holeFrom), createLines(), createAgents()]
  const book = createBook((change) => {
    if (change.kind === 'line-entered') lines.enter(change.entry)
    if (change.kind === 'line-left') lines.leave(change.entry.team, change.entry.conversationId)
    if (change.kind === 'agent-took') agents.took(change.agentId)
    if (change.kind === 'agent-freed') agents.freed(change.agentId)
  })
  let ids = 0
  const ports = { deployed, agenda, book, lines, agents, conversations: 200, newId: () => `id-${ids++}` }
  const desk = createDesk({
    ...ports,
    random: seeded(3),
    ending: () => ({ kind: 'resolve', outcome: 'solved' }),
    ended: () => undefined,
  })
  const began = Array.from({ length: count }, (_, n) => waiting(`w-${n}`, holeFrom - ((n * 7) % count) * 1_000))
  for (const { changes, entry } of began) {
    book.commit(changes)
    desk.waits(entry)
  }
  const handoffs = () => began.map(({ handoff }) => book.handoff(handoff.id)?.handoff ?? handoff)
  return { agenda, desk, holeFrom, handoffs }
}

test('while nobody is there nobody is claimed, and then the longest conversations are first', async () => {
  const { agenda, desk, holeFrom, handoffs } = openDesk(12)

  await agenda.run(holeFrom + 4 * hourMs)
  const during = handoffs().filter(({ firstClaimedAt }) => firstClaimedAt !== undefined)
  agenda.at(holeFrom + 4 * hourMs, () => desk.serve('care'))
  await agenda.run(holeFrom + 9 * hourMs)

  const served = handoffs().toSorted(
    (a, b) => (a.firstClaimedAt ?? 0) - (b.firstClaimedAt ?? 0) || a.startedAt - b.startedAt,
  )
  expect(during).toEqual([])
  expect(served.map(({ startedAt }) => startedAt)).toEqual(
    served.map(({ startedAt }) => startedAt).toSorted((a, b) => a - b),
  )
  expect(new Set(served.map(({ firstClaimedAt }) => firstClaimedAt)).size).toBeGreaterThan(2)
  expect(served.map(({ status, outcome, claims }) => `${status} ${outcome} ${claims}`)).toEqual(
    served.map(() => 'closed solved 1'),
  )
})
