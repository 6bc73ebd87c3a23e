import type { Compared } from './designs.ts'
import type { BarChart, CurveChart } from './figure.ts'
import type { SoakResult } from './soak.ts'

const minuteMs = 60_000
const points = 100

/** The share of the values that are at most x, as a curve of a hundred points. */
const distribution = (values: readonly number[]): readonly (readonly [x: number, y: number])[] => {
  const sorted = values.toSorted((one, other) => one - other)
  return Array.from({ length: points + 1 }, (_, n) => {
    const place = Math.min(sorted.length - 1, Math.round((n / points) * (sorted.length - 1)))
    return [sorted[place] ?? 0, n / points] as const
  })
}

const minutes = (ms: number): number => ms / minuteMs

export const orderChart = (compared: readonly Compared[]): BarChart => ({
  kind: 'bars',
  title: 'Order',
  told: 'Share of claims that passed over a conversation which lasted longer and stood in the line when the claim looked. The same conversations, the same agents.',
  bars: compared.map(({ design, claims, notLongest }, index) => ({
    name: design,
    value: notLongest / claims,
    shown: `${((notLongest / claims) * 100).toFixed(2)} %`,
    ours: index === 0,
  })),
})

export const passedOverChart = (compared: readonly Compared[]): BarChart => ({
  kind: 'bars',
  title: 'Unfairness',
  told: 'By how much longer the longest conversation had lasted than the one that was taken before it: the mean over all claims, in seconds.',
  bars: compared.map(({ design, claims, passedOverMs }, index) => {
    const mean = passedOverMs.reduce((sum, ms) => sum + ms, 0) / claims / 1_000
    return { name: design, value: mean, shown: `${mean.toFixed(2)} s`, ours: index === 0 }
  }),
})

export const totalsChart = (compared: readonly Compared[]): CurveChart => ({
  kind: 'curves',
  title: 'Total conversation time when a person took it',
  told: 'Share of the claimed conversations that had lasted at most so long.',
  across: 'minutes since the conversation began',
  up: 'share',
  curves: compared.map(({ design, totalsMs }, index) => ({
    name: design,
    points: distribution(totalsMs.map(minutes)),
    ours: index === 0,
  })),
})

/** From the line's own arrivals and claims, team by team. */
export const waitsChart = ({ arrivals, askings }: SoakResult): CurveChart => {
  const queuedAt = new Map<string, number>()
  const waits: { readonly team: string; readonly wait: number }[] = []
  const moments = [
    ...arrivals.map(({ queuedAt: at, ...arrival }) => ({ at, ...arrival, came: true })),
    ...askings.map((asking) => ({ ...asking, came: false })),
  ].sort((one, other) => one.at - other.at)
  for (const { at, id, team, came } of moments)
    if (came) queuedAt.set(id, at)
    else waits.push({ team, wait: minutes(at - (queuedAt.get(id) ?? at)) })
  return {
    kind: 'curves',
    title: 'Wait in line, by team',
    told: 'From the moment a conversation came into the line, or came back to it, until an agent took it.',
    across: 'minutes',
    up: 'share',
    curves: [...Map.groupBy(waits, ({ team }) => team)].map(([name, all]) => ({
      name,
      points: distribution(all.map(({ wait }) => wait)),
    })),
  }
}

export const faultsChart = ({ injected, calls }: SoakResult): BarChart => ({
  kind: 'bars',
  title: 'Faults injected',
  told: `By kind, in ${calls.toLocaleString('en')} calls.`,
  bars: [...injected]
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, count]) => ({ name, value: count, shown: count.toLocaleString('en') })),
})
