import type { Cluster } from '#shared/report/clusters/cluster.ts'
import type { StaffingHole } from '#shared/report/figures/staffing.ts'
import type { FullReport } from '#shared/report/full-report.ts'
import type { PlantedCause, PlantedHole, Truth } from './truth.ts'

export interface FoundCause {
  readonly planted: PlantedCause
  /** Failures in the span, as the truth counts them. */
  readonly size: number
  /** Whether it is to be found: asked by enough in the span, and no article answers it. */
  readonly expected: boolean
  /** Places in the report's ranking from 1, and the causes there. */
  readonly as: readonly { readonly rank: number; readonly cluster: Cluster }[]
}

export interface FoundHole {
  readonly planted: PlantedHole
  readonly found?: StaffingHole
}

export interface Comparison {
  readonly causes: readonly FoundCause[]
  readonly invented: readonly { readonly rank: number; readonly cluster: Cluster; readonly about: string }[]
  readonly holes: readonly FoundHole[]
  readonly inventedHoles: readonly StaffingHole[]
}

const weekMs = 7 * 86_400_000
/** One in two hundred of what failed, and five at least: less is no cause of anything. */
const leastShare = 0.005
const leastHandoffs = 5

/** What most of the questions that the report shows are about. */
export const aboutOf = ({ name, samples }: Cluster, label: (text: string) => string): string => {
  const all = Map.groupBy([name, ...samples.map(({ text }) => text)].map(label), (one) => one)
  return [...all].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '-'
}

const sizeIn = ({ failuresByWeek }: PlantedCause, truthFrom: number, { from, to }: FullReport): number =>
  failuresByWeek.reduce((sum, count, week) => {
    const begins = truthFrom + week * weekMs
    return begins >= from && begins < to ? sum + count : sum
  }, 0)

/** Hours of the week that a hole covers, on a clock of UTC. */
const hoursOf = (weekday: number, fromHour: number, toHour: number, offset: number): readonly number[] =>
  Array.from({ length: toHour - fromHour }, (_, at) => (weekday * 24 + fromHour + at - offset + 168) % 168)

/** Of a zone, at the middle of the span. */
const offsetOf = (timeZone: string, at: number): number => {
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at)
  return ((Number(hour) - new Date(at).getUTCHours() + 36) % 24) - 12
}

const overlaps = (planted: PlantedHole, found: StaffingHole, { from, to, timeZones }: FullReport): boolean => {
  const middle = (from + to) / 2
  const zone = timeZones[found.team] ?? 'UTC'
  const one = hoursOf(planted.weekday, planted.fromHour, planted.toHour, offsetOf(planted.timeZone, middle))
  const other = hoursOf(found.weekday, found.fromHour, found.toHour, offsetOf(zone, middle))
  return planted.team === found.team && other.some((hour) => one.includes(hour))
}

/** A report held to what was planted: found, missed, and named although nobody planted it. */
export const compare = (report: FullReport, truth: Truth, label: (text: string) => string): Comparison => {
  const named = report.clusters.causes.map((cluster, at) => ({ rank: at + 1, cluster, about: aboutOf(cluster, label) }))
  const failures = report.clusters.causes
    .concat(report.clusters.others)
    .reduce((sum, { handoffs }) => sum + handoffs, report.clusters.scattered)
  const causes = truth.causes.map((planted): FoundCause => {
    const size = sizeIn(planted, Date.parse(truth.from), report)
    const isOpen = planted.closedByArticle === undefined || Date.parse(planted.closedByArticle) > report.from
    const expected = isOpen && size >= Math.max(leastHandoffs, failures * leastShare)
    return { planted, size, expected, as: named.filter(({ about }) => about === planted.id) }
  })
  const open = new Set(causes.filter(({ size }) => size > 0).map(({ planted }) => planted.id))
  const { holes } = report.staffing
  return {
    causes,
    invented: named.filter(({ about }) => !open.has(about)),
    holes: truth.staffingHoles.map((planted) => {
      const found = holes.find((one) => overlaps(planted, one, report))
      return { planted, ...(found && { found }) }
    }),
    inventedHoles: holes.filter((one) => !truth.staffingHoles.some((planted) => overlaps(planted, one, report))),
  }
}
