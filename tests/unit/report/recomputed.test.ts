import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { Collector } from '#shared/report/collect.ts'
import { type FullReport, fullReport } from '#shared/report/full-report.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

// Written apart from what it checks: plain loops over raw records, and none of the report's own code.
const week = { id: '2026-W47', from: Date.UTC(2026, 10, 16), to: Date.UTC(2026, 10, 23) }
const before = { id: '2026-W46', from: Date.UTC(2026, 10, 9), to: Date.UTC(2026, 10, 16) }
const start = Date.UTC(2026, 9, 26)
const day = 86_400_000
const second = 1_000

const base = testConfig()
const teams = {
  care: { name: 'Care', languages: [], capacity: 3 },
  billing: {
    ...{ name: 'Billing', languages: [], capacity: 3 },
    hours: {
      timeZone: 'Asia/Kolkata',
      weekly: { mon: ['00:00-24:00'], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      holidays: [],
    },
  },
}
/** Asia/Kolkata keeps one offset all year. */
const offsets: Readonly<Record<string, number>> = { care: 0, billing: 5.5 * 3_600_000 }

const handoffArbitrary = fc
  .record({
    startedAt: fc.integer({ min: start, max: week.to - 1 }),
    before: fc.integer({ min: 0, max: 5_000 * second }),
    claim: fc.option(fc.integer({ min: 0, max: 40_000 * second }), { nil: undefined, freq: 8 }),
    reply: fc.option(fc.integer({ min: 0, max: 2_000 * second }), { nil: undefined, freq: 8 }),
    handle: fc.option(fc.integer({ min: 0, max: 9_000 * second }), { nil: undefined, freq: 5 }),
    team: fc.constantFrom('care', 'billing'),
    rule: fc.constantFrom('default', 'disputed charges', 'vip'),
    trigger: fc.constantFrom('asked-for-human', 'low-confidence', 'legal'),
    topic: fc.constantFrom(undefined, 'payment', 'delivery'),
    outcome: fc.constantFrom('solved', 'unsolved', 'returned-to-assistant'),
    customerId: fc.constantFrom(undefined, 'u1', 'u2', 'u3', 'u4'),
    conversation: fc.integer({ min: 0, max: 400 }),
    transfers: fc.constantFrom(0, 0, 0, 1, 2),
    agentId: fc.constantFrom('ann', 'ben', 'cem'),
  })
  .map(({ startedAt, before: waited, claim, reply, handle, outcome, conversation, ...own }): Handoff => {
    const openedAt = Math.min(startedAt + waited, week.to + day)
    const { handoff } = waitingConversation({ key: `k${conversation}`, startedAt, openedAt })
    const { customerId: _, ...plain } = handoff
    const { customerId, topic, agentId, ...set } = own
    const firstClaimedAt = claim === undefined ? undefined : openedAt + claim
    const ended = firstClaimedAt === undefined || handle === undefined ? undefined : firstClaimedAt + handle
    return {
      ...plain,
      ...set,
      kind: own.trigger === 'legal' ? 'topic' : 'failure',
      ...(customerId !== undefined && { customerId }),
      ...(topic !== undefined && { topic }),
      ...(firstClaimedAt !== undefined && { firstClaimedAt, claimedAt: firstClaimedAt, agentId }),
      ...(firstClaimedAt !== undefined && reply !== undefined && { firstReplyAt: firstClaimedAt + reply }),
      ...(ended !== undefined && { endedAt: ended, outcome }),
    }
  })

const turnArbitrary = fc
  .record({
    at: fc.integer({ min: start, max: week.to + day }),
    conversation: fc.integer({ min: 0, max: 800 }),
    did: fc.constantFrom('answered' as const, 'answered' as const, 'put-off' as const),
    topic: fc.constantFrom('payment', 'delivery', 'lamps'),
  })
  .map(({ at, conversation, did, topic }): LoggedTurn => {
    const { handoff } = waitingConversation({ key: `k${conversation}`, startedAt: at, openedAt: at })
    const { threadId, conversationId } = handoff
    const passages = [{ title: topic, url: `https://a.example/${topic}`, confidence: 0.9, topic }]
    const known = {
      configVersion: 'v',
      channel: 'standard',
      language: 'en',
      messages: ['how?'],
      earlier: [],
      fired: [],
    }
    return { ...known, threadId, conversationId, at, did, passages }
  })

const logArbitrary = fc.record({
  handoffs: fc.uniqueArray(handoffArbitrary, { minLength: 0, maxLength: 250, selector: ({ id }) => id, size: 'max' }),
  turns: fc.uniqueArray(turnArbitrary, { minLength: 1, maxLength: 250, selector: ({ at }) => at, size: 'max' }),
})

const report = (handoffs: readonly Handoff[], turns: readonly LoggedTurn[]): FullReport => {
  const collector = new Collector(before.from)
  for (const handoff of handoffs) collector.handoff(handoff)
  for (const turn of turns) collector.turn(turn)
  return fullReport({
    week,
    before,
    config: { ...base, teams },
    collected: collector.collected(),
    logFrom: start,
  })
}

const seconds = (from?: number, to?: number): number[] => {
  if (from === undefined || to === undefined) return []
  return [to < from ? 0 : Math.round((to - from) / 1_000)]
}
/** The smallest value that at least so many of them do not exceed. */
const quantile = (values: readonly number[], share: number): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.find((value) => sorted.filter((one) => one <= value).length >= share * sorted.length)
}
const spread = (values: readonly number[]) =>
  values.length === 0
    ? { samples: 0 }
    : { samples: values.length, medianSeconds: quantile(values, 0.5), p90Seconds: quantile(values, 0.9) }
const tally = (names: readonly (string | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
const during = (handoffs: readonly Handoff[], { from, to }: { from: number; to: number }) =>
  handoffs.filter((one) => one.openedAt >= from && one.openedAt < to)
const clocks = (some: readonly Handoff[]) => ({
  before: spread(some.flatMap((one) => seconds(one.startedAt, one.openedAt))),
  toClaim: spread(some.flatMap((one) => seconds(one.openedAt, one.firstClaimedAt))),
  toReply: spread(some.flatMap((one) => seconds(one.openedAt, one.firstReplyAt))),
})
const handled = (some: readonly Handoff[]): number[] => some.flatMap((one) => seconds(one.firstClaimedAt, one.endedAt))
const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0)

const onRandomLogs = (check: (handoffs: readonly Handoff[], turns: readonly LoggedTurn[], made: FullReport) => void) =>
  fc.assert(
    fc.property(logArbitrary, ({ handoffs, turns }) => check(handoffs, turns, report(handoffs, turns))),
    { numRuns: 40, seed: 20_261_123 },
  )

test('totals, counts and spreads are those of the raw records', () => {
  onRandomLogs((handoffs, _, made) => {
    for (const [span, figures] of [
      [week, made.figures],
      [before, made.before.figures],
    ] as const) {
      const own = during(handoffs, span)

      expect(figures).toMatchObject({
        handoffs: own.length,
        conversations: new Set(own.map((one) => one.conversationId)).size,
        kinds: tally(own.map((one) => one.kind)),
        triggers: tally(own.map((one) => one.trigger)),
        topics: tally(own.map((one) => one.topic)),
        teams: tally(own.map((one) => one.team)),
        outcomes: tally(own.map((one) => one.outcome)),
        open: own.filter((one) => one.endedAt === undefined).length,
        transfers: total(own.map((one) => one.transfers)),
        handle: spread(handled(own)),
      })
    }
  })
})

test('waits and their alarm are those of the raw records, overall, by team and by trigger', () => {
  onRandomLogs((handoffs, _, { waits }) => {
    const own = during(handoffs, week)
    const middle = (values: readonly number[]): number => quantile(values, 0.5) ?? 0
    const sofar = (one: Handoff): number[] =>
      one.firstReplyAt === undefined && one.endedAt === undefined
        ? seconds(one.openedAt, week.to)
        : seconds(one.openedAt, one.firstReplyAt)
    const longer = (some: readonly Handoff[]): boolean =>
      middle(some.flatMap(sofar)) > middle(some.flatMap((one) => seconds(one.startedAt, one.openedAt)))
    const wanted = (some: readonly Handoff[]) => ({ ...clocks(some), longerAfterThanBefore: longer(some) })

    expect(waits.now.overall).toEqual(wanted(own))
    for (const [team, one] of Object.entries(waits.now.teams))
      expect(one).toEqual(wanted(own.filter((h) => h.team === team)))
    for (const [name, one] of Object.entries(waits.now.triggers))
      expect(one).toEqual(wanted(own.filter((h) => h.trigger === name)))
  })
})

test('hours are those of each team’s own clock: arrivals, waits, claims, agents at work', () => {
  onRandomLogs((handoffs, _, { hours }) => {
    const own = during(handoffs, week)
    const at = (team: string, ms: number) => {
      const local = new Date(ms + (offsets[team] ?? 0))
      return `${team} ${(local.getUTCDay() + 6) % 7} ${local.getUTCHours()}`
    }
    const seen = new Set<string>()
    for (const one of own)
      for (const ms of [one.firstClaimedAt, one.firstReplyAt, one.endedAt])
        if (ms !== undefined && one.agentId !== undefined)
          seen.add(
            `${at(one.team, ms)}|${one.agentId} ${Math.floor((ms + (offsets[one.team] ?? 0)) / 3_600_000)} ${one.team}`,
          )
    const present = tally([...seen].map((key) => key.split('|')[0]))
    const claims = tally(
      own.map((one) => (one.firstClaimedAt === undefined ? undefined : at(one.team, one.firstClaimedAt))),
    )

    expect(total(hours.map((one) => one.arrivals))).toBe(own.length)
    for (const { team, weekday, hour, arrivals, toClaim, toReply, claims: taken, agentHours } of hours) {
      const key = `${team} ${weekday} ${hour}`
      const here = own.filter((one) => at(one.team, one.openedAt) === key)

      expect(arrivals).toBe(here.length)
      expect({ toClaim, toReply }).toMatchObject({ toClaim: clocks(here).toClaim, toReply: clocks(here).toReply })
      expect(taken).toBe(claims[key] ?? 0)
      expect(agentHours).toBe(present[key] ?? 0)
    }
    expect(total(hours.map((one) => one.claims))).toBe(own.filter((one) => one.firstClaimedAt !== undefined).length)
  })
})

test('work moved is the sum of handle times, and work removed conversations ended alone by their topic’s median', () => {
  onRandomLogs((handoffs, turns, { work, endedAlone }) => {
    const own = during(handoffs, week)
    const handedOff = new Set(handoffs.filter((one) => one.openedAt < week.to).map((one) => one.conversationId))
    const byConversation = new Map<string, LoggedTurn[]>()
    for (const turn of turns)
      if (turn.at >= before.from)
        byConversation.set(turn.conversationId, [...(byConversation.get(turn.conversationId) ?? []), turn])
    const alone = [...byConversation.values()].filter((some) => {
      const last = Math.max(...some.map((one) => one.at))
      const isNow = last >= week.from && last < week.to
      return isNow && some.some((one) => one.did === 'answered') && !handedOff.has(some[0]?.conversationId ?? '')
    })
    const topics = tally(alone.map((some) => some.at(-1)?.passages?.[0]?.topic))
    const medianOf = (topic: string) => {
      const same = handled(own.filter((one) => one.topic === topic))
      return quantile(same.length >= 5 ? same : handled(own), 0.5) ?? 0
    }

    expect(work.now.movedSeconds).toBe(total(handled(own)))
    for (const { trigger, kind, handoffs: count, seconds: moved } of work.now.moved) {
      const same = own.filter((one) => one.trigger === trigger && one.kind === kind)
      expect({ count, moved }).toEqual({ count: same.length, moved: total(handled(same)) })
    }
    expect(endedAlone).toBe(alone.length)
    expect(Object.fromEntries((work.now.removed ?? []).map((one) => [one.topic, one.conversations]))).toEqual(topics)
    expect(work.now.removedSeconds).toBe(total(Object.entries(topics).map(([topic, count]) => count * medianOf(topic))))
  })
})

test('outcomes by trigger, repeats and transfers by rule are those of the raw records', () => {
  onRandomLogs((handoffs, _, { outcomesByTrigger, around, transfersByRule }) => {
    const own = during(handoffs, week)
    const all = handoffs.filter((one) => one.openedAt >= start && one.openedAt < week.to)
    const earlier = (one: Handoff) =>
      all.filter((h) => h.openedAt < one.openedAt || (h.openedAt === one.openedAt && h.id < one.id))
    const back = own.filter(
      (one) =>
        one.customerId !== undefined &&
        one.topic !== undefined &&
        earlier(one).some(
          (h) =>
            h.customerId === one.customerId &&
            h.topic === one.topic &&
            h.conversationId !== one.conversationId &&
            one.openedAt - h.openedAt <= 7 * day,
        ),
    )

    expect(around.now).toEqual({
      sameConversation: own.filter((one) => earlier(one).some((h) => h.conversationId === one.conversationId)).length,
      sameTopic: back.length,
      sameTopicBy: tally(back.map((one) => one.topic)),
    })
    for (const [trigger, counts] of Object.entries(outcomesByTrigger)) {
      const same = own.filter((one) => one.trigger === trigger)
      expect(counts).toEqual(tally(same.map((one) => one.outcome ?? (one.endedAt === undefined ? 'open' : undefined))))
    }
    for (const { rule, handoffs: count, transferred, to } of transfersByRule) {
      const same = own.filter((one) => one.rule === rule)
      const moved = same.filter((one) => one.transfers > 0)
      expect({ count, transferred, to }).toEqual({
        count: same.length,
        transferred: moved.length,
        to: tally(moved.map((one) => one.team)),
      })
    }
  })
})

test('every failure is in one cluster, scattered, or asked nothing', () => {
  onRandomLogs((handoffs, _, { clusters }) => {
    const failures = during(handoffs, week).filter((one) => one.kind === 'failure').length
    const named = [...clusters.causes, ...clusters.others].map((one) => one.handoffs)

    expect(total(named) + clusters.scattered + clusters.unasked).toBe(failures)
  })
})
