import { beforeAll, expect, test } from 'vitest'
import { measureLoad } from '#infra/cost/load/measure-load.ts'
import type { LoadRecord } from '#infra/cost/load/play-load.ts'
import { countsOf, readRecord } from '#infra/cost/record.ts'

const recorded = readRecord()
let played: LoadRecord

/** Meters before the table and the model, and one conversation of each kind. */
beforeAll(async () => {
  played = await measureLoad(1)
}, 60_000)

test.each(['answered', 'closedBySilence', 'handedOff', 'idlePoll', 'emptySweep'] as const)(
  'the recorded load of "%s" makes the calls and writes that the code makes; if not: npm run cost -- --measure',
  (kind) => {
    const [now, then] = [countsOf(played[kind]), countsOf(recorded[kind])]

    expect(Object.keys(now)).toEqual(Object.keys(then))
    for (const [door, counts] of Object.entries(then)) {
      expect(Object.keys(now[door]?.calls ?? {}).sort()).toEqual(Object.keys(counts.calls).sort())
      // What many conversations share is a part of a write for each of those that were recorded.
      const whole = Object.entries(counts.writes).map(([name, writes]) => [name, Math.ceil(writes)])
      expect(now[door]?.writes).toEqual(Object.fromEntries(whole))
      expect(now[door]?.invocations).toBeCloseTo(counts.invocations, 1)
    }
  },
)

test('log lines and prompts are of the length that was recorded, give or take a fifth', () => {
  const lengths = ({ answered }: LoadRecord) => [
    answered.TakeTurn?.modelInputCharacters ?? 0,
    answered.TakeTurn?.logBytes ?? 0,
    answered.DeliverMessage?.sentBytes ?? 0,
  ]

  for (const [at, length] of lengths(played).entries())
    expect((lengths(recorded)[at] ?? 0) / length).toSatisfy((share: number) => share > 0.8 && share < 1.25)
})
