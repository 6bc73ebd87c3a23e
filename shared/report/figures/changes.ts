import { secondsBetween } from '../clocks.ts'
import type { Cluster } from '../clusters/cluster.ts'
import { duration, percent } from '../wording.ts'
import { countsApart, sharesApart, timesApart } from './chance.ts'
import type { Entry } from './entry.ts'
import { spreadOf } from './spread.ts'

/** A figure that changed by more than chance does, in one report of 2,000 for each figure. */
export interface Change {
  readonly figure: string
  readonly unit: 'handoffs' | 'seconds' | 'share'
  readonly before: number
  readonly now: number
  /** How far apart they are, in what chance alone does. */
  readonly z: number
  readonly sentence: string
}

export const farApart = 3.5

type Pick = (entry: Entry) => string | undefined

const counted: readonly (readonly [string, Pick])[] = [
  ['kind', ({ kind }) => kind],
  ['trigger', ({ trigger }) => trigger],
  ['topic', ({ topic }) => topic],
  ['team', ({ team }) => team],
]

const upOrDown = (before: number, now: number): string => (now > before ? 'rose' : 'fell')

const countChange = (figure: string, what: string, before: number, now: number): Change => {
  const by =
    before === 0 ? 'there were none before' : `${now > before ? '+' : '−'}${percent(Math.abs(now / before - 1))}`
  const sentence = `${what} ${upOrDown(before, now)} from ${before} to ${now} (${by}).`
  return { figure, unit: 'handoffs', before, now, z: countsApart(before, now), sentence }
}

const counts = (before: readonly Entry[], now: readonly Entry[]): Change[] => [
  countChange('handoffs', 'Handoffs', before.length, now.length),
  ...counted.flatMap(([name, pick]) => {
    const [then, here] = [Map.groupBy(before, pick), Map.groupBy(now, pick)]
    return [...new Set([...then.keys(), ...here.keys()])].flatMap((one) =>
      one === undefined
        ? []
        : countChange(
            `${name}:${one}`,
            `Handoffs of ${name} “${one}”`,
            then.get(one)?.length ?? 0,
            here.get(one)?.length ?? 0,
          ),
    )
  }),
]

const timed: readonly (readonly [string, string, (entry: Entry) => number | undefined])[] = [
  [
    'waitBefore',
    'The median time with the assistant before a handoff',
    (one) => secondsBetween(one.startedAt, one.openedAt),
  ],
  ['waitToClaim', 'The median wait until somebody took it', (one) => secondsBetween(one.openedAt, one.firstClaimedAt)],
  ['waitToReply', 'The median wait for a person’s answer', (one) => secondsBetween(one.openedAt, one.firstReplyAt)],
  ['handle', 'The median time that people had it', (one) => secondsBetween(one.firstClaimedAt, one.endedAt)],
]

const known = (entries: readonly Entry[], pick: (entry: Entry) => number | undefined): readonly number[] =>
  entries.flatMap((entry) => pick(entry) ?? [])

const timeChange = (figure: string, what: string, then: readonly number[], here: readonly number[]): Change[] => {
  const [before, now] = [spreadOf(then).medianSeconds, spreadOf(here).medianSeconds]
  if (before === undefined || now === undefined || before === now) return []
  const sentence = `${what} ${upOrDown(before, now)} from ${duration(before)} to ${duration(now)}.`
  return [{ figure, unit: 'seconds', before, now, z: timesApart(then, here), sentence }]
}

const times = (before: readonly Entry[], now: readonly Entry[]): Change[] => {
  const teams = [...new Set(now.map(({ team }) => team))]
  const reply = timed[2]
  return [
    ...timed.flatMap(([figure, what, pick]) => timeChange(figure, what, known(before, pick), known(now, pick))),
    ...teams.flatMap((team) => {
      const own = (entries: readonly Entry[]) => entries.filter((one) => one.team === team)
      return reply
        ? timeChange(
            `waitToReply:${team}`,
            `${reply[1]} from team “${team}”`,
            known(own(before), reply[2]),
            known(own(now), reply[2]),
          )
        : []
    }),
  ]
}

const shareChange = (
  figure: string,
  what: string,
  [a, n]: readonly [number, number],
  [b, m]: readonly [number, number],
): Change[] => {
  if (n === 0 || m === 0) return []
  const [before, now] = [a / n, b / m]
  const sentence = `${what} ${upOrDown(before, now)} from ${percent(before)} to ${percent(now)}.`
  return [{ figure, unit: 'share', before, now, z: sharesApart([a, n], [b, m]), sentence }]
}

const shares = (before: readonly Entry[], now: readonly Entry[]): Change[] => {
  const ended = (entries: readonly Entry[]) => entries.filter(({ outcome }) => outcome !== undefined)
  const [then, here] = [ended(before), ended(now)]
  const outcomes = [...new Set([...then, ...here].flatMap(({ outcome }) => outcome ?? []))]
  const moved = ({ transfers }: Entry) => transfers > 0
  return [
    ...outcomes.flatMap((name) => {
      const of = (entries: readonly Entry[]) => entries.filter(({ outcome }) => outcome === name).length
      return shareChange(
        `outcome:${name}`,
        `The share that ended “${name}”`,
        [of(then), then.length],
        [of(here), here.length],
      )
    }),
    ...shareChange(
      'transferred',
      'The share that went to the wrong team first',
      [before.filter(moved).length, before.length],
      [now.filter(moved).length, now.length],
    ),
  ]
}

const clusterChanges = (clusters: readonly Cluster[]): Change[] =>
  clusters.map(({ name, before, handoffs }) =>
    countChange(`cluster:${name}`, `Failures about “${name}”`, before, handoffs),
  )

/** What changed against the span before by more than chance, the surest first. */
export const changesOf = (
  before: readonly Entry[],
  now: readonly Entry[],
  clusters: readonly Cluster[],
): readonly Change[] => {
  // Beside nothing, everything is new, and nothing has changed.
  if (before.length === 0) return []
  return [...counts(before, now), ...times(before, now), ...shares(before, now), ...clusterChanges(clusters)]
    .filter(({ z }) => Math.abs(z) >= farApart)
    .toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.figure < b.figure ? -1 : 1))
}
