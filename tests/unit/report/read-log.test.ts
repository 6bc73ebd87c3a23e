import { expect, test } from 'vitest'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { logPlace } from '#shared/handoff/handoff-reader.ts'
import { readLog, readWholeLog } from '#shared/report/read-log.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

/** So many handoffs, a second apart, of the teams in turn. */
const storedLog = async (count: number, teams: readonly string[]) => {
  const { handoffs, transactions } = memoryPorts()
  for (let n = 0; n < count; n += 1) {
    const team = teams[n % teams.length] ?? 'care'
    const { changes } = waitingConversation({ key: `k-${n}`, team, startedAt: mondayMorning + n * 1_000 })
    await transactions.commit(`a-${n}`, changes)
  }
  return handoffs
}

const all = { from: mondayMorning, to: mondayMorning + 86_400_000, filter: {}, isShown: () => true }

test('pages hold every handoff once, in the order in which they were opened', async () => {
  const handoffs = await storedLog(25, ['care', 'billing'])
  const seen: Handoff[] = []

  let after: string | undefined
  do {
    const page = await readLog(handoffs, { ...all, filter: { team: 'care' }, limit: 4, after })
    seen.push(...page.handoffs)
    after = page.next
  } while (after !== undefined)

  expect(seen).toHaveLength(13)
  expect(seen.map(logPlace)).toEqual(seen.map(logPlace).toSorted())
})

test('what the caller may not see is not there, nor does it take up room', async () => {
  const handoffs = await storedLog(10, ['billing', 'care'])

  const page = await readLog(handoffs, { ...all, isShown: ({ team }) => team === 'care', limit: 5 })

  expect(page.handoffs.map(({ team }) => team)).toEqual(['care', 'care', 'care', 'care', 'care'])
  expect(page).not.toHaveProperty('next')
})

test('a filter that matches little ends a request early, and the next one goes on', async () => {
  const handoffs = await storedLog(2_010, ['care'])
  const query = { ...all, filter: { trigger: 'none' }, limit: 10 }

  const first = await readLog(handoffs, query)
  const second = await readLog(handoffs, { ...query, after: first.next })

  expect(first).toEqual({ handoffs: [], next: expect.any(String) })
  expect(second).toEqual({ handoffs: [] })
})

test('where a request ends early among what the caller may not see, the next one begins without a word of it', async () => {
  const handoffs = await storedLog(2_010, ['billing'])
  const query = { ...all, isShown: () => false, limit: 10 }

  const first = await readLog(handoffs, query)
  const second = await readLog(handoffs, { ...query, after: first.next })

  expect(first.next).toMatch(/^\d{13}#$/)
  expect(second).toEqual({ handoffs: [] })
})

test('the next of an earlier period shows nothing from before the one that is asked for', async () => {
  const handoffs = await storedLog(10, ['care'])
  const early = await readLog(handoffs, { ...all, limit: 2 })

  const later = await readLog(handoffs, { ...all, from: mondayMorning + 5_000, limit: 10, after: early.next })

  expect(later.handoffs.map(({ openedAt }) => openedAt >= mondayMorning + 5_000)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
})

test('a next that a filter has left goes on from its place under another filter', async () => {
  const handoffs = await storedLog(10, ['care', 'billing'])
  const first = await readLog(handoffs, { ...all, filter: { team: 'care' }, limit: 2 })

  const others = await readLog(handoffs, { ...all, filter: { team: 'billing' }, limit: 10, after: first.next })

  expect(others.handoffs.map(({ team, openedAt }) => [team, (openedAt - mondayMorning - 1) / 1_000])).toEqual([
    ['billing', 3],
    ['billing', 5],
    ['billing', 7],
    ['billing', 9],
  ])
})

test('a report reads the whole period', async () => {
  const handoffs = await storedLog(450, ['care'])

  const read = await readWholeLog(handoffs, all.from, all.to)

  expect(new Set(read.map(({ id }) => id)).size).toBe(450)
})
