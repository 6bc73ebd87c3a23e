import { quantile } from '#tests/bench/median.ts'
import { type RaceOptions, type RaceResult, raceForClaims } from '#tests/faults/claim-races.ts'
import { type Chart, type Figure, none, type Part, some } from '../figure.ts'

const minute = 60_000
const agents = 50
const usualHandoffs = 1_000
const barMs = 5_000
const shares = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1]

/** Two runs of the full size, one of them with doors that die before and after their calls. */
const runs: readonly Pick<RaceOptions, 'seed' | 'faultShare'>[] = [
  { seed: 4, faultShare: 0 },
  { seed: 5, faultShare: 0.02 },
]

/** Clocks that are right, nearly right, and ten minutes off. */
export const skewsMs: readonly number[] = [0, 10 * minute, -10 * minute, 40, -40, 4 * minute, -2_500]

/** R4: agents who vanish, come back too late, and renew at the last moment. */
export const races: Part = async (progress, scale) => {
  const handoffs = Math.ceil(usualHandoffs * scale)
  const results: RaceResult[] = []
  for (const run of runs) {
    const result = await raceForClaims({ ...run, agents, handoffs, skewsMs })
    progress(`${result.claims} claims, ${result.orphans.length} leases ran out, faults ${run.faultShare * 100} %`)
    for (const violation of result.violations.slice(0, 20)) progress(JSON.stringify(violation))
    results.push(result)
  }
  const size = `${agents} agents, ${runs.length} x ${handoffs} handoffs, clocks ±10 min`
  return { figures: figures(results, size), charts: [curveOf(latesOf(results))] }
}

/** How many of the leases that ran out were back in line after so many milliseconds. */
const curveOf = (lates: readonly number[]): Chart => ({
  kind: 'curves',
  title: 'Back in line after a lease ran out',
  told: 'By the provider’s clock, while the doors’ own are up to ten minutes off.',
  across: 'milliseconds after the end of the lease',
  up: 'share of the conversations',
  curves: [{ name: 'back in line', points: shares.map((share) => [Math.round(quantile(lates, share)), share]) }],
})

const latesOf = (results: readonly RaceResult[]): readonly number[] =>
  results.flatMap(({ orphans }) => orphans.map(({ lateMs }) => lateMs))

const figures = (results: readonly RaceResult[], size: string): readonly Figure[] => {
  const sum = (count: (result: RaceResult) => number) => results.reduce((total, result) => total + count(result), 0)
  const broken = (doubles: boolean) =>
    sum(({ violations }) => violations.filter(({ promise }) => (promise === 'duplicate') === doubles).length)
  const lates = latesOf(results)
  const [least, most] = [Math.min(...lates), Math.max(...lates)]
  const stale = `${sum(({ staleTried }) => staleTried)} tries, ${sum(({ renewals }) => renewals)} renewals at the end of a lease`
  const ended = `${lates.length} leases ran out; median ${quantile(lates, 0.5)} ms, p99 ${Math.round(quantile(lates, 0.99))} ms`
  return [
    some('R4 leases that ran out', size, lates.length),
    some(
      'R4 writes of former holders tried',
      size,
      sum(({ staleTried }) => staleTried),
    ),
    none('R4 double claims', `${size}, ${sum(({ claims }) => claims)} claims`, broken(true)),
    none('R4 order and other promises broken', size, broken(false)),
    none(
      'R4 writes of former holders accepted',
      stale,
      sum(({ staleAccepted }) => staleAccepted),
    ),
    { part: 'R4 back in line after the lease', size: ended, bar: '<= 5 s', figure: `${most} ms`, met: most <= barMs },
    { part: 'R4 back before its end', size: ended, bar: '>= -5 s', figure: `${least} ms`, met: least >= -barMs },
  ]
}
