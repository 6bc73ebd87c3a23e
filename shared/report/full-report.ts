import { type Clusters, clusterFailures } from './clusters/cluster.ts'
import type { Collected } from './collect.ts'
import { outcomesByTrigger, type Repeats, type RuleTransfers, repeatsOf, transfersByRule } from './figures/around.ts'
import { type Change, changesOf } from './figures/changes.ts'
import type { Counts } from './figures/counts.ts'
import { type Span, within } from './figures/entry.ts'
import { clocksOfTeams, type HourFigures, hoursOf } from './figures/hours.ts'
import { type ShadowConfig, type ShadowFigures, shadowOf } from './figures/shadow.ts'
import { type StaffingHole, staffingHoles } from './figures/staffing.ts'
import { endedAlone, turnsBy } from './figures/talks.ts'
import { type WaitsByName, waitsByName } from './figures/waits.ts'
import { type Work, workOf } from './figures/work.ts'
import type { Week } from './week.ts'
import { type WeeklyReport, weeklyReport } from './weekly.ts'

/** Everything that the report says; `WeeklyReport` is what the log alone tells of two weeks. */
export interface FullReport extends WeeklyReport {
  /** Conversations that the assistant ended without a person; absent where its turns are not logged. */
  readonly endedAlone?: number
  /** The assistant's turns by what came of them; absent where they are not logged. */
  readonly turns?: { readonly now: Counts; readonly before: Counts }
  /** Of triggers that are judged and do not act; absent where turns are not logged. */
  readonly shadow?: readonly ShadowFigures[]
  /**
   * The turns were too many for the time that there was: what needs them is left out, and nothing counted in part. Absent
   * where all were read.
   */
  readonly turnsLeftOut?: { readonly conversationsRead: number }
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
  readonly config: ShadowConfig
  /** From `logFrom` on; holes are looked for in all of it. */
  readonly collected: Collected
  readonly logFrom: number
}

const sum = (counts: Counts): number => Object.values(counts).reduce((all, one) => all + one, 0)

const clustersOf = ({ cases, heard }: Collected, span: Span): Clusters =>
  clusterFailures({
    cases: cases.filter(({ at }) => at < span.to),
    from: span.from,
    ...(heard && {
      answered: {
        questions: heard.answered.questions.filter(({ at }) => at >= span.from && at < span.to),
        each: heard.answered.each,
      },
    }),
  })

const holeWeeks = 8
const sevenDaysMs = 7 * 86_400_000

/** How far back a span's report reads: holes have to recur, and who was back has to have been there before. */
export const logStart = (week: Span, before: Span): number =>
  Math.min(week.to - holeWeeks * sevenDaysMs, before.from - sevenDaysMs)

/** The report of one span beside the one before it. */
export const fullReport = ({ week, before, config, collected, logFrom }: ReportFacts): FullReport => {
  const entries = collected.entries.filter(({ openedAt }) => openedAt >= logFrom && openedAt < week.to)
  const [now, then] = [entries.filter(within(week)), entries.filter(within(before))]
  const clockOf = clocksOfTeams(config.teams)
  const clusters = clustersOf(collected, week)
  const { heard, leftOut } = collected
  const [aloneNow, aloneThen] = [week, before].map((span) => heard && endedAlone(heard.talks, collected.entries, span))
  return {
    ...weeklyReport({ week, handoffs: now, before: { week: before, handoffs: then }, until: week.to }),
    ...(aloneNow && { endedAlone: sum(aloneNow) }),
    ...(heard && {
      turns: { now: turnsBy(heard.talks, week), before: turnsBy(heard.talks, before) },
      shadow: shadowOf({ ...{ findings: heard.shadow, talks: heard.talks }, entries: now, config, span: week, before }),
    }),
    ...(leftOut !== undefined && { turnsLeftOut: { conversationsRead: leftOut } }),
    clusters,
    changes: changesOf(then, now, [...clusters.causes, ...clusters.others]),
    waits: { now: waitsByName(now, week.to), before: waitsByName(then, before.to) },
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
