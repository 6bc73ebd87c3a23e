import { type Cell, csv } from './csv.ts'
import type { WaitsByName } from './figures/waits.ts'
import type { FullReport } from './full-report.ts'

type Row = readonly [section: string, name: string, figure: string, now: Cell, before: Cell]

const totals = ({ figures, before, endedAlone }: FullReport): Row[] => {
  const names = ['handoffs', 'conversations', 'open', 'transfers', 'returns', 'repeats'] as const
  return [
    ...names.map((name): Row => ['totals', '', name, figures[name], before.figures[name]]),
    ...(endedAlone === undefined ? [] : [['totals', '', 'ended_alone', endedAlone, undefined] satisfies Row]),
  ]
}

const counts = ({ figures, before }: FullReport): Row[] =>
  (['kinds', 'triggers', 'topics', 'teams', 'outcomes'] as const).flatMap((section) =>
    [...new Set([...Object.keys(figures[section]), ...Object.keys(before.figures[section])])].map(
      (name): Row => [section, name, 'handoffs', figures[section][name] ?? 0, before.figures[section][name] ?? 0],
    ),
  )

const waitRows = (section: string, now: WaitsByName['teams'], before: WaitsByName['teams']): Row[] =>
  Object.entries(now).flatMap(([name, waits]) =>
    (['before', 'toClaim', 'toReply'] as const).flatMap((clock): Row[] => [
      [section, name, `${clock}_median_seconds`, waits[clock].medianSeconds, before[name]?.[clock].medianSeconds],
      [section, name, `${clock}_p90_seconds`, waits[clock].p90Seconds, before[name]?.[clock].p90Seconds],
    ]),
  )

const hourRows = ({ hours }: FullReport): Row[] =>
  hours.flatMap(({ team, weekday, hour, arrivals, toReply, agentHours }) => {
    const name = `${team} ${weekday + 1} ${String(hour).padStart(2, '0')}:00`
    return [
      ['hours', name, 'arrivals', arrivals, undefined],
      ['hours', name, 'to_reply_median_seconds', toReply.medianSeconds, undefined],
      ['hours', name, 'agent_hours', agentHours, undefined],
    ] satisfies Row[]
  })

const workRows = ({ work: { now, before } }: FullReport): Row[] => [
  ...now.moved.map(
    ({ trigger, seconds }): Row => [
      'work_moved',
      trigger,
      'seconds',
      seconds,
      before.moved.find((one) => one.trigger === trigger)?.seconds,
    ],
  ),
  ...(now.removed ?? []).map(
    ({ topic, seconds }): Row => [
      'work_removed',
      topic,
      'seconds',
      seconds,
      before.removed?.find((one) => one.topic === topic)?.seconds,
    ],
  ),
]

const clusterRows = ({ clusters: { causes, others } }: FullReport): Row[] =>
  [...causes, ...others].flatMap(({ name, verdict, handoffs, before, workSeconds }): Row[] => [
    [verdict, name, 'handoffs', handoffs, before],
    [verdict, name, 'work_seconds', workSeconds, undefined],
  ])

const holeRows = ({ staffing: { holes } }: FullReport): Row[] =>
  holes.map(
    ({ team, weekday, fromHour, toHour, medianSeconds, usualSeconds }): Row => [
      'staffing_holes',
      `${team} ${weekday + 1} ${fromHour}-${toHour}`,
      'median_seconds_and_usual',
      medianSeconds,
      usualSeconds,
    ],
  )

const turnRows = ({ turns, turnsLeftOut }: FullReport): Row[] => {
  if (turnsLeftOut)
    return [
      ['turns', 'left out: too many for the time', 'conversations_read', turnsLeftOut.conversationsRead, undefined],
    ]
  return Object.entries(turns?.now ?? {}).map(([did, count]) => ['turns', did, 'turns', count, turns?.before[did] ?? 0])
}

const shadowRows = ({ shadow = [] }: FullReport): Row[] =>
  shadow.flatMap(({ trigger, now, before, turnsEarlier, load }): Row[] => [
    ...(['fired', 'added', 'earlier', 'same'] as const).map(
      (name): Row => ['shadow', trigger, name, now[name], before[name]],
    ),
    ...Object.entries(turnsEarlier).map(
      ([turns, count]): Row => ['shadow', trigger, `earlier_by_${turns}_turns`, count, undefined],
    ),
    ...load.flatMap(({ team, handoffs, seconds }): Row[] => [
      ['shadow_load', `${trigger} ${team}`, 'handoffs', handoffs, undefined],
      ['shadow_load', `${trigger} ${team}`, 'seconds', seconds, undefined],
    ]),
  ])

/** The report as one long table, for a spreadsheet: weekdays from 1, Monday; text that looks like a formula gets an apostrophe. */
export const reportCsv = (report: FullReport): string => {
  const { waits } = report
  return csv([
    ['section', 'name', 'figure', 'now', 'before'],
    ...totals(report),
    ...turnRows(report),
    ...counts(report),
    ...clusterRows(report),
    ...holeRows(report),
    ...waitRows('waits', { all: waits.now.overall }, { all: waits.before.overall }),
    ...waitRows('waits_by_team', waits.now.teams, waits.before.teams),
    ...waitRows('waits_by_trigger', waits.now.triggers, waits.before.triggers),
    ...workRows(report),
    ...shadowRows(report),
    ...hourRows(report),
  ])
}
