import { expect, test } from 'vitest'
import type { LogEvent } from '#shared/log/log.ts'
import { figuresOf, powertoolsMetrics, withMetrics } from '#shared/log/powertools-metrics.ts'

const handedOff = (kind: string): LogEvent => ({
  event: 'turn.handed-off',
  threadId: 't',

  handoffId: 't.1.1',
  trigger: 'legal',
  kind,
  team: 'care',
  rule: 'default',
  waitBeforeSeconds: 42,
})

test.each<[LogEvent, readonly (readonly [string, string, number])[]]>([
  [{ event: 'turn.answered', threadId: 't', messages: 2, confidence: 0.9, calls: 1 }, [['TurnsAnswered', 'Count', 1]]],
  [
    handedOff('topic'),
    [
      ['TopicHandoffs', 'Count', 1],
      ['WaitBeforeHandoff', 'Seconds', 42],
    ],
  ],
  [
    handedOff('failure'),
    [
      ['FailureHandoffs', 'Count', 1],
      ['WaitBeforeHandoff', 'Seconds', 42],
    ],
  ],
  [
    { event: 'line.claimed', team: 'care', handoffId: 'h', agentId: 'ann', round: 1, waitAfterSeconds: 7 },
    [['WaitAfterHandoff', 'Seconds', 7]],
  ],
  [{ event: 'line.lease-expired', team: 'care', handoffId: 'h', agentId: 'ann' }, [['LeasesExpired', 'Count', 1]]],
  [{ event: 'routing.unknown-team', handoffId: 'h', team: 'gone', rule: 'r' }, [['RoutedToUnknownTeam', 'Count', 1]]],
  [
    { event: 'assistant.failed', model: 'm', threadId: 't', cause: 'timeout', attempt: 1 },
    [['AssistantFailures', 'Count', 1]],
  ],
  [{ event: 'budget.reached', percent: 80, calls: 8, tokens: 9 }, [['ModelBudgetNearlySpent', 'Count', 1]]],
  [{ event: 'budget.reached', percent: 100, calls: 10, tokens: 9 }, [['ModelBudgetSpent', 'Count', 1]]],
  [
    { event: 'message.failed', threadId: 't', messageId: 'm', channel: 'standard', cause: 'callback answered 410' },
    [['DeliveriesFailed', 'Count', 1]],
  ],
])('$event counts', (event, figures) => {
  expect(figuresOf(event).map(({ name, unit, value }) => [name, unit, value])).toEqual(figures)
})

test.each<LogEvent>([
  { event: 'webhook.refused', channel: 'standard', status: 401 },
  { event: 'turn.appended', threadId: 't', status: 'claimed', messages: 1 },
  { event: 'line.surplus-ticket', team: 'care' },
  { event: 'sweep.done', expired: 1, tickets: 1, resent: 1, moved: 1, idle: 1, failed: 0 },
])('$event counts nothing: a metric costs by its name', (event) => {
  expect(figuresOf(event)).toEqual([])
})

test('an event that counts is logged as well, and one that does not is only logged', () => {
  const [logged, metrics]: [LogEvent[], ReturnType<typeof powertoolsMetrics>] = [[], powertoolsMetrics()]
  const log = withMetrics((event) => logged.push(event), metrics)

  log({ event: 'line.surplus-ticket', team: 'care' })
  const before = metrics.hasStoredMetrics()
  log({ event: 'line.lease-expired', team: 'care', handoffId: 'h', agentId: 'ann' })

  expect([before, metrics.hasStoredMetrics()]).toEqual([false, true])
  expect(logged.map(({ event }) => event)).toEqual(['line.surplus-ticket', 'line.lease-expired'])
})
