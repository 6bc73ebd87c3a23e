import type { LogEvent } from './log.ts'

/** Each of them costs by the month, for every value of what it is told apart by. */
export type FigureName =
  | 'Handoffs'
  | 'WaitBeforeHandoff'
  | 'WaitAfterHandoff'
  | 'LeasesExpired'
  | 'LineLength'
  | 'LongestWait'
  | 'LongestWaitWhileOpen'
  | 'RoutedToUnknownTeam'
  | 'KnowledgeSyncsFailed'
  | 'ExportsLate'
  | 'AssistantFailures'
  | 'ModelBudgetNearlySpent'
  | 'ModelBudgetSpent'
  | 'DeliveriesFailed'

/** What some figures are told apart by, beside the door that counts them. */
export type Apart = 'team' | 'trigger' | 'channel'

export interface Figure {
  readonly name: FigureName
  readonly unit: 'Count' | 'Seconds'
  readonly value: number
  readonly by?: { readonly name: Apart; readonly value: string }
}

type By = NonNullable<Figure['by']>

const count = (name: FigureName, value = 1, by?: By): Figure => ({ name, unit: 'Count', value, ...(by && { by }) })
const seconds = (name: FigureName, value: number, by?: By): Figure => ({
  name,
  unit: 'Seconds',
  value,
  ...(by && { by }),
})

const ofTheLine = ({ team, waiting, longestSeconds, openSeconds }: LogEvent & { event: 'line.watched' }) => {
  const by = { name: 'team', value: team } as const
  return [
    count('LineLength', waiting, by),
    seconds('LongestWait', longestSeconds, by),
    ...(openSeconds === undefined ? [] : [seconds('LongestWaitWhileOpen', openSeconds)]),
  ]
}

const ofFailedDelivery = (channel: string): readonly Figure[] => [
  count('DeliveriesFailed', 1, { name: 'channel', value: channel }),
]

/** What operations look at; a metric costs by its name, so only what an alarm or a graph uses has one. */
export const figuresOf = (event: LogEvent): readonly Figure[] => {
  switch (event.event) {
    case 'turn.handed-off':
      return [
        count('Handoffs', 1, { name: 'trigger', value: event.trigger }),
        seconds('WaitBeforeHandoff', event.waitBeforeSeconds),
      ]
    case 'line.claimed':
      return [seconds('WaitAfterHandoff', event.waitAfterSeconds)]
    case 'line.lease-expired':
      return [count('LeasesExpired')]
    case 'line.watched':
      return ofTheLine(event)
    case 'routing.unknown-team':
      return [count('RoutedToUnknownTeam')]
    case 'knowledge.sync-failed':
      return [count('KnowledgeSyncsFailed')]
    case 'export.late':
      return [count('ExportsLate')]
    case 'assistant.failed':
      return [count('AssistantFailures')]
    case 'budget.reached':
      return [count(event.percent < 100 ? 'ModelBudgetNearlySpent' : 'ModelBudgetSpent')]
    case 'message.failed':
      return ofFailedDelivery(event.channel)
    case 'message.reported':
      return event.to === 'failed' ? ofFailedDelivery(event.channel) : []
    default:
      return []
  }
}
