import { Stack } from 'aws-cdk-lib'
import { CfnQueryDefinition } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type DoorId, doorIds } from '../bundle/door-entries.ts'
import type { Door } from './door.ts'

interface SavedQuery {
  /** Whose logs are read: each byte of them is paid for. */
  readonly doors: readonly DoorId[]
  readonly lines: readonly string[]
}

const talking: readonly DoorId[] = ['ReceiveMessage', 'TakeTurn', 'DeliverMessage', 'AgentApi', 'Sweep']

/** By the name that CloudWatch Logs Insights lists them under. */
export const savedQueries: Readonly<Record<string, SavedQuery>> = {
  'Follow one conversation': {
    doors: talking,
    lines: [
      'fields @timestamp, message, trigger, team, agentId, verb, outcome, cause, @log',
      'filter correlation_id = "REPLACE BY x-correlation-id, THE THREAD OF A HANDOFF"',
      'sort @timestamp asc',
      'limit 1000',
    ],
  },
  'What went wrong': {
    doors: doorIds,
    lines: [
      'filter level in ["WARN", "ERROR"]',
      'stats count(*) as times, max(@timestamp) as last by message, operation, cause',
      'sort times desc',
    ],
  },
  'Handoffs by trigger, team and rule': {
    doors: ['TakeTurn'],
    lines: [
      'filter message = "turn.handed-off"',
      'stats count(*) as handoffs, pct(waitBeforeSeconds, 90) as nineInTenWaited by trigger, team, rule',
      'sort handoffs desc',
    ],
  },
  'Waits by team': {
    doors: ['AgentApi'],
    lines: [
      'filter message = "line.claimed"',
      'stats count(*) as claims, pct(waitAfterSeconds, 50) as half, pct(waitAfterSeconds, 90) as nineInTen by team, bin(1h)',
    ],
  },
  'Deliveries that failed': {
    doors: ['DeliverMessage'],
    lines: [
      'filter message = "message.failed" or (message = "message.reported" and to = "failed")',
      'stats count(*) as messages, max(@timestamp) as last by channel, cause',
      'sort messages desc',
    ],
  },
  'Why the model failed': {
    doors: ['TakeTurn'],
    lines: ['filter message = "assistant.failed"', 'stats count(*) as calls by model, cause, bin(1h)'],
  },
  'Dearest conversations': {
    doors: ['TakeTurn'],
    lines: [
      'filter ispresent(inputTokens)',
      'stats sum(inputTokens) as tokensIn, sum(outputTokens) as tokensOut, sum(calls) as modelCalls by correlation_id',
      'sort tokensIn desc',
      'limit 50',
    ],
  },
}

/** What somebody asks the logs at three in the morning, ready to run. */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, doors: Partial<Readonly<Record<DoorId, Door>>>) {
    super(scope, id)
    const folder = Stack.of(this).stackName
    for (const [name, { doors: read, lines }] of Object.entries(savedQueries))
      new CfnQueryDefinition(this, name.replaceAll(/[^A-Za-z]/g, ''), {
        name: `${folder}/${name}`,
        queryString: lines.join('\n| '),
        logGroupNames: read.flatMap((door) => doors[door]?.log.logGroupName ?? []),
      })
  }
}
