import { describe, expect, test } from 'vitest'
import type { LogEvent } from '#shared/log/log.ts'
import { leaksIn, openHeard, thrownLine } from './canaries/heard.ts'
import { canary } from './canaries/planted.ts'
import { plantedJourneys, plantedPoints, strikePlanted } from './canaries/play.ts'
import type { CrashPoint } from './crash-points.ts'

const kindOf = ({ point, fault }: CrashPoint): string => `${point.replace(/ \d+/g, '')} ${fault}`

/** Crashes and lost answers say nothing; the others come as errors, which quote what they are about. */
const sayNothing = new Set(['crash-before', 'crash-after', 'throttled-once', 'failing-once', 'answer-lost-once'])

// One world at a time: each turns the clock of all.
const calm = openHeard()
const points: CrashPoint[] = []
for (const journey of plantedJourneys) points.push(...(await plantedPoints(journey, calm)))
const oneOfEach = [...new Map(points.map((point) => [kindOf(point), point])).values()].filter(
  ({ fault }) => !sayNothing.has(fault),
)
const heardEvents = new Set<LogEvent['event']>(calm.events)

test('where all goes well, no canary is in a log line, a metric or a refusal', () => {
  expect(calm.lines.length).toBeGreaterThan(200)
  expect(leaksIn(calm.lines)).toEqual([])
})

describe('nor is one where a call fails with an error that quotes it', () => {
  test.each(oneOfEach.map((crash) => [`${crash.fault} at ${crash.point} while ${crash.journey.name}`, crash] as const))(
    '%s',
    async (_, crash) => {
      const { visited, lines, events } = await strikePlanted(crash)
      for (const event of events) heardEvents.add(event)

      expect(visited).toBe(true)
      expect(leaksIn(lines)).toEqual([])
    },
  )
})

test('and all of it was logged: what was answered, handed over, refused, postponed and failed', () => {
  expect([...heardEvents]).toEqual(
    expect.arrayContaining([
      'assistant.failed',
      'attachment.not-kept',
      'event.told',
      'handoff.changed',
      'line.claimed',
      'line.lease-expired',
      'message.postponed',
      'message.sent',
      'record.rejected',
      'request.failed',
      'sweep.done',
      'tool.called',
      'turn.answered',
      'turn.appended',
      'turn.handed-off',
      'turn.left-line',
      'webhook.accepted',
      'webhook.refused',
    ]),
  )
})

describe('the search itself finds', () => {
  test('a word in a line, however it is written', () => {
    expect(leaksIn(['{"cause":"Zebra-text"}', '{"cause":"Error"}'])).toEqual(['{"cause":"Zebra-text"}'])
  })

  test('what an error that leaves a door holds in its message, its cause, or beside it', () => {
    const item = { S: canary }
    const errors = [
      new Error(canary),
      new Error('failed', { cause: new Error(canary) }),
      Object.assign(new Error('cancelled'), { CancellationReasons: [{ Item: item }] }),
    ]

    expect(leaksIn(errors.map(thrownLine))).toHaveLength(3)
  })
})
