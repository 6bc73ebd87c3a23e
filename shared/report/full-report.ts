import { type Clusters, clusterFailures } from './clusters/cluster.ts'
import type { Collected, TalkedWith } from './collect.ts'
import { outcomesByTrigger, type Repeats, type RuleTransfers, repeatsOf, transfersByRule } from './figures/around.ts'
import { type Change, changesOf } from './figures/changes.ts'
import { type Counts, countBy } from './figures/counts.ts'
import { type Span, within } from './figures/entry.ts'
import { clocksOfTeams, type HourFigures, hoursOf, type Teams } from './figures/hours.ts'
import { type StaffingHole, staffingHoles } from './figures/staffing.ts'
import { type WaitsByName, waitsByName } from './figures/waits.ts'
import { type Work, workOf } from './figures/work.ts'
import type { Week } from './week.ts'
import { type WeeklyReport, weeklyReport } from './weekly.ts'

/** Everything that the report says; `WeeklyReport` is what the log alone tells of two weeks. */
export interface FullReport extends WeeklyReport {
  /** Conversations that the assistant ended without a person; absent where its turns are not logged. */
  readonly endedAlone?: number
  readonly clusters: Clusters
  readonly changes: readonly Change[]
  readonly waits: { readonly now: WaitsByName; readonly before: WaitsByName }
  readonly hours: readonly HourFigures[]
  readonly timeZones: Readonly<Record<string, string>>
  readonly staffing: { readonly from: number; readonly holes: readonly StaffingHole[] }
  readonly work: { readonly now: Work; readonly before: Work }
  readonly outcomesByTrigger: Readonly<Record<string, Counts>>
  readonly around: { readonly now: Repeats; readonly before: Repeats }
  readonly transfersByRule: readonly RuleTransfers[]
}

export interface ReportFacts {
  /** A week, or any longer span. */
  readonly week: Week
  readonly before: Week
  readonly teams: Teams
  /** From `logFrom` on; holes are looked for in all of it. */
  readonly collected: Collected
  readonly logFrom: number
}

const alone = ({ talks, entries }: Collected, span: Span): Counts | undefined => {
  if (!talks) return undefined
  const handedOff = new Set(entries.map(({ conversationId }) => conversationId))
  const isAlone = ([id, talk]: readonly [string, TalkedWith]) =>
    talk.answered && !talk.handedOff && !handedOff.has(id) && talk.lastAt >= span.from && talk.lastAt < span.to
  return countBy([...talks].filter(isAlone), ([, { topic }]) => topic)
}

const sum = (counts: Counts): number => Object.values(counts).reduce((all, one) => all + one, 0)

const clustersOf = ({ cases, answered, talks }: Collected, span: Span): Clusters =>
  clusterFailures({
    cases: cases.filter(({ at }) => at < span.to),
    from: span.from,
    ...(talks &&
      answered && {
        answered: {
          questions: answered.questions.filter(({ at }) => at >= span.from && at < span.to),
          each: answered.each,
        },
      }),
  })

const holeWeeks = 8
const sevenDaysMs = 7 * 86_400_000

/** How far back a span's report reads: holes have to recur, and who was back has to have been there before. */
export const logStart = (week: Span, before: Span): number =>
  Math.min(week.to - holeWeeks * sevenDaysMs, before.from - sevenDaysMs)

/** The report of one span beside the one before it. */
export const fullReport = ({ week, before, teams, collected, logFrom }: ReportFacts): FullReport => {
  const entries = collected.entries.filter(({ openedAt }) => openedAt >= logFrom && openedAt < week.to)
  const [now, then] = [entries.filter(within(week)), entries.filter(within(before))]
  const clockOf = clocksOfTeams(teams)
  const clusters = clustersOf(collected, week)
  const [aloneNow, aloneThen] = [alone(collected, week), alone(collected, before)]
  return {
    ...weeklyReport({ week, handoffs: now, before: { week: before, handoffs: then } }),
    ...(aloneNow && { endedAlone: sum(aloneNow) }),
    clusters,
    changes: changesOf(then, now, [...clusters.causes, ...clusters.others]),
    waits: { now: waitsByName(now), before: waitsByName(then) },
    hours: hoursOf(now, clockOf),
    timeZones: Object.fromEntries(
      [...new Set(now.map(({ team }) => team))].map((team) => [team, clockOf(team).timeZone]),
    ),
    staffing: { from: logFrom, holes: staffingHoles(entries, clockOf, week.to) },
    work: { now: workOf(now, aloneNow), before: workOf(then, aloneThen) },
    outcomesByTrigger: outcomesByTrigger(now),
    around: { now: repeatsOf(entries, week), before: repeatsOf(entries, before) },
    transfersByRule: transfersByRule(now),
  }
}
