import { expect, test } from 'vitest'
import type { Change } from '#shared/handoff/change.ts'
import type { Lease, LineEntry } from '#shared/line/line-entry.ts'
import { onEachTable } from '#tests/support/each-table.ts'
import type { TablePorts } from '#tests/support/ports.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const start = 1_700_000_000_000
const entryAt = (startedAt: number, key = `k-${startedAt}`, team = 'care'): LineEntry =>
  waitingConversation({ startedAt, key, team }).entry
const enter = (entry: LineEntry): Change => ({ kind: 'line-entered', entry })
const leaseAt = (leaseUntil: number, key = `l-${leaseUntil}`): Lease => ({
  ...entryAt(start, key),
  leaseUntil,
  agentId: 'ann',
})
const startLease = (lease: Lease): Change => ({ kind: 'lease-started', lease })

const commit = ({ transactions }: TablePorts, changes: readonly Change[]) => transactions.commit('before', changes)

onEachTable((fresh) => {
  test('an empty line has no head', async () => {
    const { line } = await fresh()

    expect(await line.head('care', () => start)).toEqual({ expired: [], running: [] })
    expect(await line.list('care', { limit: 10 })).toEqual({ entries: [] })
    expect(await line.countWaiting('care', 10)).toBe(0)
  })

  test('the head is who started first, whoever entered first', async () => {
    const ports = await fresh()
    await commit(
      ports,
      [start + 3, start + 1, start + 2].map((at) => enter(entryAt(at))),
    )

    expect((await ports.line.head('care', () => start)).first).toEqual(entryAt(start + 1))
  })

  test('a head start moves who began later before who began earlier, and is shown', async () => {
    const ports = await fresh()
    const early = waitingConversation({ startedAt: start + 1_000, headStartMs: 1_001, key: 'early' }).entry
    await commit(ports, [enter(entryAt(start)), enter(early)])

    expect((await ports.line.head('care', () => start)).first).toEqual(early)
    expect((await commit(ports, [{ kind: 'line-left', entry: early }])).ok).toBe(true)
    expect((await ports.line.head('care', () => start)).first).toEqual(entryAt(start))
  })

  test('who started in the same millisecond stands in the order of ids', async () => {
    const ports = await fresh()
    const entries = ['a', 'b', 'c', 'd'].map((key) => entryAt(start, key))
    const ids = entries.map(({ conversationId }) => conversationId).sort()
    await commit(ports, entries.map(enter))

    expect((await ports.line.head('care', () => start)).first?.conversationId).toBe(ids[0])
    expect((await ports.line.list('care', { limit: 9 })).entries.map((entry) => entry.conversationId)).toEqual(ids)
  })

  test('a start with fewer digits still comes first', async () => {
    const ports = await fresh()
    await commit(ports, [enter(entryAt(start)), enter(entryAt(999))])

    expect((await ports.line.head('care', () => start)).first?.startedAt).toBe(999)
  })

  test('leases that ran out come with the head, soonest first, and running ones apart from them', async () => {
    const ports = await fresh()
    const [past, now, next, later] = [-5, 0, 1, 90_000].map((ms) => leaseAt(start + ms))
    const leases = [later, next, now, past].flatMap((lease) => (lease ? [startLease(lease)] : []))
    await commit(ports, [enter(entryAt(start)), ...leases])

    const { expired, running, first } = await ports.line.head('care', () => start)

    expect(expired).toEqual([past, now])
    expect(running).toEqual([next, later])
    expect(first).toEqual(entryAt(start))
  })

  test('the head is found behind more running leases than one read brings', async () => {
    const ports = await fresh()
    const leases = Array.from({ length: 60 }, (_, n) => startLease(leaseAt(start + 1 + n)))
    await commit(ports, [...leases, enter(entryAt(start + 2)), enter(entryAt(start + 1))])

    const { expired, first } = await ports.line.head('care', () => start)

    expect(expired).toEqual([])
    expect(first).toEqual(entryAt(start + 1))
  })

  test('more expired leases than one read brings come with the reads that follow', async () => {
    const ports = await fresh()
    await commit(
      ports,
      Array.from({ length: 40 }, (_, n) => startLease(leaseAt(start - 100 + n))),
    )

    const { expired } = await ports.line.head('care', () => start)

    expect(expired.length).toBeGreaterThan(0)
    expect(expired[0]).toEqual(leaseAt(start - 100))
  })

  test('teams do not see each other', async () => {
    const ports = await fresh()
    await commit(ports, [enter(entryAt(start + 2)), enter(entryAt(start + 1, 'other', 'billing'))])

    expect((await ports.line.head('care', () => start)).first).toEqual(entryAt(start + 2))
    expect(await ports.line.countWaiting('care', 10)).toBe(1)
  })

  test('the list is read page by page, each entry once, and its last page says so', async () => {
    const ports = await fresh()
    const entries = Array.from({ length: 7 }, (_, n) => entryAt(start + n))
    await commit(ports, [...entries.map(enter), startLease(leaseAt(start + 99))])

    const read: LineEntry[] = []
    let after: string | undefined
    do {
      const page = await ports.line.list('care', { limit: 3, ...(after !== undefined && { after }) })
      read.push(...page.entries)
      after = page.next
    } while (after !== undefined && read.length < 20)

    expect(read).toEqual(entries)
  })

  test('waiting conversations are counted, leases not, up to the limit', async () => {
    const ports = await fresh()
    const entries = Array.from({ length: 7 }, (_, n) => enter(entryAt(start + n)))
    await commit(ports, [...entries, startLease(leaseAt(start + 99))])

    expect(await ports.line.countWaiting('care', 100)).toBe(7)
    expect(await ports.line.countWaiting('care', 4)).toBe(4)
  })

  test('a line is measured by those who wait longest since somebody last had them, and up to the limit', async () => {
    const ports = await fresh()
    const known = {
      ...entryAt(start + 3),
      handedOffAt: start - 9_000,
      firstClaimedAt: start - 8_000,
      teamSince: start - 70,
    }
    const entries = [entryAt(start + 1), { ...entryAt(start + 2), handedOffAt: start - 50 }, known]
    await commit(ports, [...entries.map(enter), startLease({ ...leaseAt(start + 99), handedOffAt: start - 99_000 })])

    expect(await ports.line.measure('care', 100)).toEqual({ waiting: 3, since: start - 70 })
    expect(await ports.line.measure('care', 2)).toEqual({ waiting: 2, since: start - 50 })
    expect(await ports.line.measure('nobody', 100)).toEqual({ waiting: 0 })
  })
})
