import { groupedBy } from '../figures/counts.ts'
import type { StaffingHole } from '../figures/staffing.ts'
import type { FullReport } from '../full-report.ts'
import { band, duration, percent, whole, work } from '../wording.ts'
import { bars, figure, weekMap } from './charts.ts'
import { escaped, paragraph, section, table } from './markup.ts'

const shownRows = 12
const shownTeams = 6
const keyed = '<span class="key now"></span>now<span class="key past"></span>before'

const seconds = (value: number | undefined): string => (value === undefined ? '–' : duration(value))

export const changesSection = ({ changes, before }: FullReport): string =>
  section(
    `Against ${before.week}, more than chance`,
    changes.length === 0
      ? paragraph('Nothing changed by more than chance may change it.')
      : `<ul>${changes
          .slice(0, shownRows)
          .map(({ sentence }) => `<li>${escaped(sentence)}</li>`)
          .join('')}</ul>`,
  )

const holeText = (hole: StaffingHole, name: string): readonly string[] => [
  escaped(name),
  `<span class="one">${escaped(band(hole.weekday, hole.fromHour, hole.toHour))}</span>`,
  duration(hole.medianSeconds),
  duration(hole.usualSeconds),
  `${hole.recurred} of ${hole.weeks} weeks`,
  hole.claimsPerAgentHour === undefined ? '–' : `${hole.claimsPerAgentHour} (${hole.usualClaimsPerAgentHour ?? '–'})`,
  hole.cause === 'too-few' ? 'too few people' : 'the line from before opening',
]

export const staffingSection = ({ hours, staffing, timeZones, figures }: FullReport): string => {
  const maps = groupedBy(hours, ({ team }) => team)
    .toSorted(([a], [b]) => (figures.teams[b] ?? 0) - (figures.teams[a] ?? 0))
    .slice(0, shownTeams)
    .map(([team, own]) => {
      const holes = staffing.holes.filter((hole) => hole.team === team)
      const title = `Team ${team}, ${timeZones[team] ?? 'UTC'}: customers by hour`
      return figure(escaped(title), weekMap(title, own, holes))
    })
  const columns = [
    { title: 'team', words: true },
    { title: 'when', words: true },
    { title: 'median wait' },
    { title: 'otherwise' },
    { title: 'recurred' },
    { title: 'taken per agent and hour (otherwise)' },
    { title: 'why', words: true },
  ]
  const holes = staffing.holes.slice(0, shownRows).map((hole) => holeText(hole, hole.team))
  return section(
    'When customers come, and where people were missing',
    holes.length === 0
      ? paragraph('No hour’s waits were out of line with its team’s others, week after week.')
      : table(columns, holes),
    ...maps,
  )
}

export const waitsSection = ({ waits }: FullReport): string => {
  const rows = [
    ['all', waits.now.overall] as const,
    ...Object.entries(waits.now.teams).map(([name, one]) => [`team ${name}`, one] as const),
    ...Object.entries(waits.now.triggers).map(([name, one]) => [name, one] as const),
  ].slice(0, shownRows + 8)
  const columns = [
    { title: '', words: true },
    { title: 'with the assistant' },
    { title: 'until taken' },
    { title: 'until answered' },
    { title: '90th percentile' },
    { title: 'alarm', words: true },
  ]
  const drawn = Object.entries(waits.now.teams)
    .slice(0, shownTeams)
    .map(([name, { toReply }]) => ({
      name,
      now: toReply.medianSeconds ?? 0,
      past: waits.before.teams[name]?.toReply.medianSeconds ?? 0,
    }))
  return section(
    'How long customers waited',
    figure(
      `Median wait for a person’s answer, by team${keyed}`,
      bars('Median wait for a person’s answer by team', drawn, duration),
    ),
    table(
      columns,
      rows.map(([name, { before, toClaim, toReply, longerAfterThanBefore }]) => [
        escaped(name),
        seconds(before.medianSeconds),
        seconds(toClaim.medianSeconds),
        seconds(toReply.medianSeconds),
        seconds(toReply.p90Seconds),
        longerAfterThanBefore ? '<strong class="one">longer after than before</strong>' : '',
      ]),
    ),
  )
}

/** "23,400 turns of the assistant’s: 16,000 answered, …" */
const turnsText = ({ turns }: FullReport): string => {
  if (!turns) return ''
  const { answered = 0, 'handed-off': handedOff = 0, 'put-off': putOff = 0 } = turns.now
  const all = answered + handedOff + putOff
  return paragraph(
    `${whole(all)} turns of the assistant’s: ${whole(answered)} answered, ${whole(handedOff)} handed off, ${whole(putOff)} put off because the calls of whoever wrote were spent.`,
  )
}

export const workSection = (report: FullReport): string => {
  const { now, before } = report.work
  const drawn = now.moved.slice(0, shownRows).map(({ trigger, seconds: moved }) => ({
    name: trigger,
    now: moved,
    past: before.moved.find((one) => one.trigger === trigger)?.seconds ?? 0,
  }))
  const removed = now.removed?.slice(0, shownRows) ?? []
  return section(
    'Work moved, work removed',
    paragraph(
      `People spent ${work(now.movedSeconds)} on what the assistant had been asked.` +
        (now.removedSeconds === undefined
          ? ''
          : ` What it ended alone would have taken them about ${work(now.removedSeconds)} (an estimate).`),
    ),
    turnsText(report),
    figure(`Work moved, by trigger${keyed}`, bars('Work moved by trigger', drawn, work)),
    removed.length === 0
      ? ''
      : table(
          [
            { title: 'removed: topic', words: true },
            { title: 'conversations' },
            { title: 'median if handled' },
            { title: 'about' },
          ],
          removed.map((one) => [
            escaped(one.topic),
            whole(one.conversations),
            duration(one.medianSeconds),
            work(one.seconds),
          ]),
        ),
  )
}

const passedOn = (rules: FullReport['transfersByRule']): string => {
  const passed = rules.filter(({ transferred }) => transferred > 0).slice(0, shownRows)
  if (passed.length === 0) return paragraph('No handoff was passed on to another team.')
  return table(
    [
      { title: 'rule', words: true },
      { title: 'handoffs' },
      { title: 'passed on' },
      { title: 'share' },
      { title: 'to', words: true },
    ],
    passed.map(({ rule, handoffs, transferred, to }) => [
      escaped(rule),
      whole(handoffs),
      whole(transferred),
      percent(transferred / handoffs),
      escaped(Object.keys(to).slice(0, 3).join(', ')),
    ]),
  )
}

export const endsSection = ({ outcomesByTrigger, around: { now, before }, transfersByRule }: FullReport): string => {
  const outcomes = [...new Set(Object.values(outcomesByTrigger).flatMap((counts) => Object.keys(counts)))].slice(0, 8)
  return section(
    'How it ended, and what came back',
    table(
      [{ title: 'trigger', words: true }, ...outcomes.map((title) => ({ title }))],
      Object.entries(outcomesByTrigger)
        .slice(0, shownRows)
        .map(([trigger, counts]) => [escaped(trigger), ...outcomes.map((name) => whole(counts[name] ?? 0))]),
    ),
    paragraph(
      `${whole(now.sameConversation)} handoffs repeated one of their own conversation (${whole(before.sameConversation)} before); ` +
        `${whole(now.sameTopic)} customers were back on the same topic within seven days (${whole(before.sameTopic)} before).`,
    ),
    passedOn(transfersByRule),
  )
}

export const volumesSection = ({ figures, before }: FullReport): string => {
  const drawn = (now: Readonly<Record<string, number>>, then: Readonly<Record<string, number>>) =>
    Object.entries(now)
      .slice(0, shownRows)
      .map(([name, count]) => ({ name, now: count, past: then[name] ?? 0 }))
  return section(
    'Why, and about what',
    figure(`By trigger${keyed}`, bars('Handoffs by trigger', drawn(figures.triggers, before.figures.triggers), whole)),
    figure(`By topic${keyed}`, bars('Handoffs by topic', drawn(figures.topics, before.figures.topics), whole)),
  )
}
