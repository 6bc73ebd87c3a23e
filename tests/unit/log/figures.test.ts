import { expect, test } from 'vitest'
import { figuresOf } from '#shared/log/figures.ts'
import type { LogEvent } from '#shared/log/log.ts'

type Told = readonly [name: string, unit: string, value: number, by?: string]

test.each<[LogEvent, readonly Told[]]>([
  [
    {
      event: 'turn.handed-off',
      threadId: 't',
      handoffId: 't.1.1',
      trigger: 'legal',
      kind: 'topic',
      team: 'care',
      rule: 'default',
      waitBeforeSeconds: 42,
    },
    [
      ['Handoffs', 'Count', 1, 'trigger=legal'],
      ['WaitBeforeHandoff', 'Seconds', 42],
    ],
  ],
  [
    { event: 'line.claimed', team: 'care', handoffId: 'h', agentId: 'ann', round: 1, waitAfterSeconds: 7 },
    [['WaitAfterHandoff', 'Seconds', 7]],
  ],
  [{ event: 'line.lease-expired', team: 'care', handoffId: 'h', agentId: 'ann' }, [['LeasesExpired', 'Count', 1]]],
  [
    { event: 'line.watched', team: 'care', waiting: 2, longestSeconds: 70, openSeconds: 60 },
    [
      ['LineLength', 'Count', 2, 'team=care'],
      ['LongestWait', 'Seconds', 70, 'team=care'],
      ['LongestWaitWhileOpen', 'Seconds', 60],
    ],
  ],
  [
    { event: 'line.watched', team: 'care', waiting: 0, longestSeconds: 0 },
    [
      ['LineLength', 'Count', 0, 'team=care'],
      ['LongestWait', 'Seconds', 0, 'team=care'],
    ],
  ],
  [{ event: 'routing.unknown-team', handoffId: 'h', team: 'gone', rule: 'r' }, [['RoutedToUnknownTeam', 'Count', 1]]],
  [{ event: 'knowledge.sync-failed', jobId: 'j', documents: 3 }, [['KnowledgeSyncsFailed', 'Count', 1]]],
  [
    { event: 'assistant.failed', model: 'm', threadId: 't', cause: 'timeout', attempt: 1 },
    [['AssistantFailures', 'Count', 1]],
  ],
  [{ event: 'budget.reached', percent: 80, calls: 8, tokens: 9 }, [['ModelBudgetNearlySpent', 'Count', 1]]],
  [{ event: 'budget.reached', percent: 100, calls: 10, tokens: 9 }, [['ModelBudgetSpent', 'Count', 1]]],
  [
    { event: 'message.failed', threadId: 't', messageId: 'm', channel: 'standard', cause: 'callback answered 410' },
    [['DeliveriesFailed', 'Count', 1, 'channel=standard']],
  ],
  [
    { event: 'message.reported', threadId: 't', messageId: 'm', channel: 'whatsapp', to: 'failed' },
    [['DeliveriesFailed', 'Count', 1, 'channel=whatsapp']],
  ],
])('$event counts', (event, told) => {
  const figures = figuresOf(event).map(({ name, unit, value, by }) => [
    ...[name, unit, value],
    ...(by ? [`${by.name}=${by.value}`] : []),
  ])

  expect(figures).toEqual(told)
})

test.each<LogEvent>([
  { event: 'turn.answered', threadId: 't', messages: 2, confidence: 0.9, calls: 1 },
  { event: 'message.reported', threadId: 't', messageId: 'm', channel: 'whatsapp', to: 'read' },
  { event: 'webhook.refused', channel: 'standard', status: 401 },
  { event: 'turn.appended', threadId: 't', status: 'claimed', messages: 1 },
  { event: 'line.surplus-ticket', team: 'care' },
  { event: 'sweep.done', expired: 1, tickets: 1, resent: 1, moved: 1, idle: 1, erasures: 0, failed: 0 },
])('$event counts nothing: a metric costs by its name', (event) => {
  expect(figuresOf(event)).toEqual([])
})
