import { secondsBetween } from '../clocks.ts'
import { chanceOf } from './chance.ts'
import { groupedBy } from './counts.ts'
import type { Entry } from './entry.ts'
import { presence } from './hours.ts'
import { rank } from './spread.ts'
import type { TeamClock } from './team-clock.ts'

/** Hours of one weekday in which customers of one team waited out of line with its other hours, week after week. */
export interface StaffingHole {
  readonly team: string
  /** Monday is 0. */
  readonly weekday: number
  /** On the team's own clock; up to, and not with, `toHour`. */
  readonly fromHour: number
  readonly toHour: number
  /** `after-closing`: the line that grew while the team was away; otherwise there were too few. */
  readonly cause: 'too-few' | 'after-closing'
  readonly handoffs: number
  readonly medianSeconds: number
  /** Of the team's other hours. */
  readonly usualSeconds: number
  readonly weeks: number
  /** Weeks in which it was so. */
  readonly recurred: number
  /** That chance alone does as much in any hour of the team's week. */
  readonly chance: number
  readonly claimsPerAgentHour?: number
  readonly usualClaimsPerAgentHour?: number
}

const leastInAWeek = 2
const leastWeeks = 3
const recurring = 2 / 3
const timesLonger = 2
const secondsLonger = 60
const mostChance = 0.01
/** Of what was taken in the first hours after opening. */
const backlogShare = 0.3

interface Wait {
  readonly key: number
  readonly week: number
  readonly seconds: number
  readonly cameClosed: boolean
}

interface Band {
  readonly key: number
  readonly waits: readonly Wait[]
  /** Mean of the logarithms, by week. */
  readonly weeks: readonly number[]
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
const median = (values: readonly number[]): number =>
  rank(
    values.toSorted((a, b) => a - b),
    0.5,
  ) ?? 0

/** Until somebody took it, or it ended without; what nobody has taken yet waits until the end of the period. */
const waitsOf = (entries: readonly Entry[], clock: TeamClock, to: number): readonly Wait[] =>
  entries.map(({ openedAt, firstClaimedAt, endedAt }) => {
    const { weekday, hour } = clock.hourOf(openedAt)
    const seconds = secondsBetween(openedAt, Math.min(firstClaimedAt ?? endedAt ?? to, to)) ?? 0
    return { key: weekday * 24 + hour, week: clock.weekOf(openedAt), seconds, cameClosed: !clock.isOpen(openedAt) }
  })

const bandsOf = (waits: readonly Wait[]): readonly Band[] =>
  [...Map.groupBy(waits, ({ key }) => key)]
    .map(([key, own]) => {
      const weeks = [...Map.groupBy(own, ({ week }) => week).values()].filter(({ length }) => length >= leastInAWeek)
      return { key, waits: own, weeks: weeks.map((some) => mean(some.map(({ seconds }) => Math.log1p(seconds)))) }
    })
    .filter(({ weeks }) => weeks.length >= leastWeeks)

/** From week to week within one hour of the week: what chance does to it. */
const ordinarySpread = (bands: readonly Band[]): number => {
  const squares = bands.flatMap(({ weeks }) => weeks.map((one) => (one - mean(weeks)) ** 2))
  const freedom = squares.length - bands.length
  return freedom > 0 ? Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / freedom) : 0
}

interface Judged {
  readonly band: Band
  readonly usualSeconds: number
  readonly recurred: number
  readonly chance: number
}

const judge = (band: Band, all: readonly Band[], spread: number): Judged | undefined => {
  const others = all.filter(({ key }) => key !== band.key)
  if (others.length === 0) return undefined
  const usualSeconds = median(others.flatMap(({ waits }) => waits.map(({ seconds }) => seconds)))
  const ownSeconds = median(band.waits.map(({ seconds }) => seconds))
  if (ownSeconds < usualSeconds * timesLonger || ownSeconds < usualSeconds + secondsLonger) return undefined
  const usual = median(others.map(({ weeks }) => mean(weeks)))
  const recurred = band.weeks.filter((one) => one > Math.max(usual, Math.log1p(usualSeconds * 1.5))).length
  if (recurred < leastWeeks || recurred < band.weeks.length * recurring) return undefined
  const z = (mean(band.weeks) - usual) / ((spread || 1e-9) / Math.sqrt(band.weeks.length))
  const chance = Math.min(1, chanceOf(z) * all.length)
  return chance < mostChance ? { band, usualSeconds, recurred, chance } : undefined
}

const runsOf = (found: readonly Judged[]): readonly (readonly Judged[])[] => {
  const runs: Judged[][] = []
  for (const one of found.toSorted((a, b) => a.band.key - b.band.key)) {
    const last = runs.at(-1)?.at(-1)
    const follows = last && one.band.key === last.band.key + 1 && one.band.key % 24 !== 0
    if (follows) runs.at(-1)?.push(one)
    else runs.push([one])
  }
  return runs
}

/** Of those whom the hours' agents took, how many had come while nobody was there. */
const cameBefore = (entries: readonly Entry[], clock: TeamClock, keys: ReadonlySet<number>): number => {
  const taken = entries.filter(({ firstClaimedAt }) => {
    if (firstClaimedAt === undefined) return false
    const { weekday, hour } = clock.hourOf(firstClaimedAt)
    return keys.has(weekday * 24 + hour)
  })
  return taken.length === 0 ? 0 : taken.filter(({ openedAt }) => !clock.isOpen(openedAt)).length / taken.length
}

const paceIn = (entries: readonly Entry[], clock: TeamClock, counts: (key: number) => boolean): number | undefined => {
  const agentHours = [...presence(entries, clock)].reduce((sum, [key, hours]) => (counts(key) ? sum + hours : sum), 0)
  const claims = entries.filter(({ firstClaimedAt }) => {
    if (firstClaimedAt === undefined) return false
    const { weekday, hour } = clock.hourOf(firstClaimedAt)
    return counts(weekday * 24 + hour)
  })
  return agentHours === 0 ? undefined : Math.round((claims.length / agentHours) * 10) / 10
}

const holeOf = (team: string, run: readonly Judged[], entries: readonly Entry[], clock: TeamClock): StaffingHole => {
  const keys = new Set(run.map(({ band }) => band.key))
  const first = Math.min(...keys)
  const [own, usual] = [paceIn(entries, clock, (key) => keys.has(key)), paceIn(entries, clock, (key) => !keys.has(key))]
  return {
    team,
    weekday: Math.floor(first / 24),
    fromHour: first % 24,
    toHour: (Math.max(...keys) % 24) + 1,
    cause: cameBefore(entries, clock, keys) >= backlogShare ? 'after-closing' : 'too-few',
    handoffs: run.reduce((sum, { band }) => sum + band.waits.length, 0),
    medianSeconds: median(run.flatMap(({ band }) => band.waits.map(({ seconds }) => seconds))),
    usualSeconds: median(run.map(({ usualSeconds }) => usualSeconds)),
    weeks: Math.max(...run.map(({ band }) => band.weeks.length)),
    recurred: Math.max(...run.map(({ recurred }) => recurred)),
    chance: Math.min(...run.map(({ chance }) => chance)),
    ...(own !== undefined && { claimsPerAgentHour: own }),
    ...(usual !== undefined && { usualClaimsPerAgentHour: usual }),
  }
}

const excess = ({ handoffs, medianSeconds, usualSeconds }: StaffingHole): number =>
  handoffs * (medianSeconds - usualSeconds)

/** Too few first, then by the time that customers lost; whoever came while a team was away is nobody's hole. */
export const staffingHoles = (
  entries: readonly Entry[],
  clockOf: (team: string) => TeamClock,
  to: number,
): readonly StaffingHole[] =>
  groupedBy(entries, ({ team }) => team)
    .flatMap(([team, own]) => {
      const clock = clockOf(team)
      const bands = bandsOf(waitsOf(own, clock, to).filter(({ cameClosed }) => !cameClosed))
      const spread = ordinarySpread(bands)
      const found = bands.flatMap((band) => judge(band, bands, spread) ?? [])
      return runsOf(found).map((run) => holeOf(team, run, own, clock))
    })
    .toSorted((a, b) => Number(b.cause === 'too-few') - Number(a.cause === 'too-few') || excess(b) - excess(a))
