import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { Collector } from '#shared/report/collect.ts'
import { type FullReport, fullReport } from '#shared/report/full-report.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

// Written apart from what it checks: a walk over each conversation's raw turns, and none of the report's own code.
const week = { id: '2026-W47', from: Date.UTC(2026, 10, 16), to: Date.UTC(2026, 10, 23) }
const before = { id: '2026-W46', from: Date.UTC(2026, 10, 9), to: Date.UTC(2026, 10, 16) }
const minute = 60_000
const config = testConfig({
  triggers: { frustration: { shadow: true }, legal: { shadow: true } },
  routing: [
    { name: 'law', when: { trigger: ['legal'] }, team: 'billing' },
    { name: 'money', when: { topic: ['payment'] }, team: 'billing' },
  ],
})
const triggers = ['frustration', 'low-confidence', 'legal'] as const
const kindOf = (trigger: string) => (trigger === 'legal' ? ('topic' as const) : ('failure' as const))

const turnArbitrary = fc.record({
  did: fc.constantFrom('answered' as const, 'answered' as const, 'handed-off' as const, 'put-off' as const),
  shadow: fc.subarray([...triggers]),
  topic: fc.constantFrom(undefined, 'payment', 'delivery'),
})
const conversationArbitrary = fc.record({
  // Not across the beginning of what is read: of what is older nothing is kept.
  startedAt: fc.integer({ min: before.from, max: week.to - 1 }),
  turns: fc.array(turnArbitrary, { minLength: 1, maxLength: 8 }),
  handle: fc.integer({ min: 1, max: 5_000 }),
})
const logArbitrary = fc.array(conversationArbitrary, { minLength: 1, maxLength: 60, size: 'max' })

interface Played {
  readonly turns: readonly LoggedTurn[]
  readonly handoffs: readonly Handoff[]
}

/** A word of its own for each turn: numbers are taken out of what is shown. */
const wordOf = (n: number, place: number): string =>
  `${n}x${place}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')

const played = (
  conversation: typeof logArbitrary extends fc.Arbitrary<(infer One)[]> ? One : never,
  n: number,
): Played => {
  const { startedAt, turns, handle } = conversation
  const { handoff } = waitingConversation({ key: `k${n}`, startedAt, openedAt: startedAt })
  const { threadId, conversationId } = handoff
  const made = turns.map(({ did, shadow, topic }, place): LoggedTurn => {
    const at = startedAt + place * 7 * minute
    return {
      ...{ threadId, conversationId, at, did, configVersion: 'v', channel: 'standard', language: 'en' },
      messages: [`where is my lamp ${wordOf(n, place)}, write to ann@example.com`],
      earlier: [],
      fired: [],
      ...(topic && { passages: [{ title: topic, url: `https://a.example/${topic}`, confidence: 0.9, topic }] }),
      ...(shadow.length > 0 && {
        shadow: shadow.map((trigger) => ({
          ...{ trigger, kind: kindOf(trigger), reason: '' },
          ...(trigger === 'legal' && { topic: trigger }),
          evidence: { score: 0.8, threshold: 0.7, matched: `lamp ${wordOf(n, place)}` },
        })),
      }),
      ...(did === 'handed-off' && { handoffId: `${handoff.id}-${place}` }),
    }
  })
  const handoffs = made.flatMap(({ did, at, handoffId: id = '' }, place): Handoff[] =>
    did === 'handed-off'
      ? [
          {
            ...{ ...handoff, id, openedAt: at, team: place % 2 === 0 ? 'care' : 'billing' },
            ...{ firstClaimedAt: at + 1_000, endedAt: at + 1_000 + handle * 1_000, outcome: 'solved' },
          },
        ]
      : [],
  )
  return { turns: made, handoffs }
}

const reportOf = (log: readonly Played[]): FullReport => {
  const collector = new Collector(before.from)
  // In another order than they were taken in.
  for (const { turns, handoffs } of log.toReversed()) {
    for (const handoff of handoffs) collector.handoff(handoff)
    for (const turn of turns.toReversed()) collector.turn(turn)
  }
  return fullReport({ week, before, config, collected: collector.collected(), logFrom: before.from })
}

/** What a trigger would have done, one for each stretch of turns up to a handoff. */
const walked = (log: readonly Played[], trigger: string, { from, to }: { from: number; to: number }) => {
  const found: { turn: LoggedTurn; later: number | undefined }[] = []
  for (const { turns } of log) {
    let open: { turn: LoggedTurn; later: number } | undefined
    for (const turn of turns) {
      if (open) open.later += 1
      else if (turn.shadow?.some((one) => one.trigger === trigger)) open = { turn, later: 0 }
      if (turn.did !== 'handed-off') continue
      if (open) found.push(open)
      open = undefined
    }
    if (open) found.push({ turn: open.turn, later: undefined })
  }
  return found.filter(({ turn }) => turn.at >= from && turn.at < to)
}
const countsOf = (found: ReturnType<typeof walked>) => ({
  fired: found.length,
  added: found.filter(({ later }) => later === undefined).length,
  earlier: found.filter(({ later = 0 }) => later > 0).length,
  same: found.filter(({ later }) => later === 0).length,
})
/** The smallest value that at least half of them do not exceed. */
const medianOf = (values: readonly number[]): number =>
  [...values]
    .sort((a, b) => a - b)
    .find((one, _, all) => all.filter((other) => other <= one).length * 2 >= all.length) ?? 0

const onRandomLogs = (check: (log: readonly Played[], made: FullReport) => void) =>
  fc.assert(
    fc.property(logArbitrary, (conversations) => {
      const log = conversations.map(played)
      check(log, reportOf(log))
    }),
    { numRuns: 60, seed: 20_261_124 },
  )
const shadowIn = ({ shadow = [] }: FullReport, trigger: string) => shadow.find((one) => one.trigger === trigger)

test('what a trigger in shadow would have added, hastened and left alone is what a walk over the turns finds', () => {
  onRandomLogs((log, made) => {
    for (const trigger of triggers) {
      const [now, then] = [walked(log, trigger, week), walked(log, trigger, before)]
      const nothing = now.length + then.length === 0 && trigger === 'low-confidence'
      const shown = shadowIn(made, trigger)

      expect(shown === undefined).toBe(nothing)
      if (!shown) continue
      expect(shown.now).toEqual(countsOf(now))
      expect(shown.before).toEqual(countsOf(then))
      const turns: Record<string, number> = {}
      for (const { later = 0 } of now) if (later > 0) turns[later] = (turns[later] ?? 0) + 1
      expect(shown.turnsEarlier).toEqual(turns)
    }
  })
})

test('the load is each new handoff at the team that the rules name, times what that team takes for one', () => {
  onRandomLogs((log, made) => {
    const handoffs = log
      .flatMap((one) => one.handoffs)
      .filter((one) => one.openedAt >= week.from && one.openedAt < week.to)
    const secondsOf = (some: readonly Handoff[]) =>
      medianOf(some.map(({ firstClaimedAt = 0, endedAt = 0 }) => Math.round((endedAt - firstClaimedAt) / 1_000)))
    for (const trigger of triggers) {
      const wanted: Record<string, number> = {}
      for (const { turn, later } of walked(log, trigger, week)) {
        const team = trigger === 'legal' || turn.passages?.[0]?.topic === 'payment' ? 'billing' : 'care'
        if (later === undefined) wanted[team] = (wanted[team] ?? 0) + 1
      }
      const load = shadowIn(made, trigger)?.load ?? []

      expect(Object.fromEntries(load.map((one) => [one.team, one.handoffs]))).toEqual(wanted)
      for (const { team, handoffs: count, medianSeconds, seconds } of load) {
        const own = handoffs.filter((one) => one.team === team)
        expect(medianSeconds).toBe(secondsOf(own.length >= 5 ? own : handoffs))
        expect(seconds).toBe(count * medianSeconds)
      }
    }
  })
})

test('samples are the customers’ words with what was found in them, new handoffs first, without addresses', () => {
  onRandomLogs((log, made) => {
    for (const { trigger, samples, now } of made.shadow ?? []) {
      const found = walked(log, trigger, week)

      expect(samples.length).toBe(Math.min(5, found.length))
      expect(JSON.stringify(samples)).not.toContain('ann@example.com')
      for (const [place, sample] of samples.entries()) {
        const one = found.find(({ turn }) => turn.shadow?.[0]?.evidence.matched === sample.matched)
        expect(sample).toMatchObject({
          text: one?.turn.messages[0]?.replace('ann@example.com', '[address]'),
          conversationId: one?.turn.conversationId,
          score: 0.8,
          threshold: 0.7,
        })
        expect(sample.turnsEarlier).toBe(one?.later)
        expect(sample.turnsEarlier === undefined).toBe(place < now.added)
      }
    }
  })
})

test('a trigger that is in shadow and never fired is told of, too', () => {
  const quiet = reportOf([
    played({ startedAt: week.from, turns: [{ did: 'answered', shadow: [], topic: undefined }], handle: 1 }, 1),
  ])

  expect(quiet.shadow?.map(({ trigger, now }) => ({ trigger, fired: now.fired }))).toEqual([
    { trigger: 'frustration', fired: 0 },
    { trigger: 'legal', fired: 0 },
  ])
})
