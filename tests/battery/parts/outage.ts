import { quantile } from '#tests/bench/median.ts'
import { type BadAnswersResult, playBadAnswers } from '#tests/faults/bad-answers.ts'
import { type OutageOptions, type OutageResult, outageFaults, playOutage } from '#tests/faults/outages.ts'
import { type Chart, type Figure, none, type Part, some } from '../figure.ts'

const barMs = 60_000
const mostFailures = 10

/** Now and then somebody; and crowds, so that whole batches meet it. */
const crowds: readonly Pick<OutageOptions, 'seed' | 'customersPerMinute' | 'atOnce'>[] = [
  { seed: 6, customersPerMinute: 8, atOnce: 1 },
  { seed: 7, customersPerMinute: 30, atOnce: 60 },
]
const shares = [0.5, 0.75, 0.9, 0.95, 0.99, 1]

/** R6: the model down for half an hour in every way, and answering what nobody can use. */
export const outage: Part = async (progress, scale) => {
  const results: (OutageResult & { readonly fault: string })[] = []
  for (const fault of outageFaults)
    for (const crowd of scale < 0.5 ? crowds.slice(0, 1) : crowds) {
      const result = await playOutage({ ...crowd, fault })
      progress(`${fault}: ${result.waitsMs.length} customers, ${result.failuresBeforePause.length} environments`)
      for (const violation of result.violations.slice(0, 20)) progress(JSON.stringify(violation))
      results.push({ ...result, fault })
    }
  const bad = await playBadAnswers(8)
  return { figures: [...figuresOf(results), ...ofBadAnswers(bad)], charts: [curvesOf(results)] }
}

const most = (values: readonly number[]): number => Math.max(0, ...values)
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

const figuresOf = (results: readonly OutageResult[]): readonly Figure[] => {
  const waits = results.flatMap(({ waitsMs }) => waitsMs)
  const failures = most(results.flatMap(({ failuresBeforePause }) => failuresBeforePause))
  const recovered = most(results.map(({ recoveredMs }) => recoveredMs))
  const p99 = most(results.map(({ waitsMs }) => quantile(waitsMs, 0.99)))
  const circuits = results.reduce((sum, { failuresBeforePause }) => sum + failuresBeforePause.length, 0)
  const size = `${results.length} outages of 30 min: ${outageFaults.join(', ')}; ${waits.length} customers`
  const broken = results.reduce((sum, { violations, unheard }) => sum + violations.length + unheard, 0)
  return [
    some('R6 customers while the model was down', size, waits.length),
    some('R6 environments that left it alone', size, circuits),
    none('R6 unheard, promises broken', size, broken),
    {
      part: 'R6 p99 to an answer or a handoff',
      size: `${size}; longest ${seconds(most(waits))}`,
      bar: '<= 60 s',
      figure: seconds(p99),
      met: p99 <= barMs,
    },
    {
      part: 'R6 failed calls before a circuit opens',
      size: `${circuits} environments`,
      bar: '<= 10',
      figure: `${failures}`,
      met: failures <= mostFailures,
    },
    {
      part: 'R6 the assistant answers all again after',
      size: 'no restart',
      bar: '<= 60 s',
      figure: seconds(recovered),
      met: recovered <= barMs,
    },
  ]
}

const ofBadAnswers = ({ kinds, waitsMs, said, violations }: BadAnswersResult): readonly Figure[] => {
  const leaked = said.filter(({ author }) => author === 'assistant').length
  const longest = most(waitsMs)
  const size = `${kinds} malformed answers`
  return [
    some('R6 malformed answers heard of', size, waitsMs.length),
    none('R6 malformed: said, unheard, promises broken', size, leaked + (kinds - waitsMs.length) + violations.length),
    {
      part: 'R6 malformed: longest to a handoff',
      size,
      bar: '<= 60 s',
      figure: seconds(longest),
      met: longest <= barMs,
    },
  ]
}

const curvesOf = (results: readonly (OutageResult & { readonly fault: string })[]): Chart => ({
  kind: 'curves',
  title: 'Waiting for an answer or a person while the model is down',
  told: 'From the message to the first that its customer heard; five minutes before and after the outage are in it.',
  across: 'share of the customers',
  up: 'seconds',
  curves: outageFaults.map((fault) => {
    const waits = results.filter((result) => result.fault === fault).flatMap(({ waitsMs }) => waitsMs)
    return { name: fault, points: shares.map((share) => [share, quantile(waits, share) / 1_000]) }
  }),
})
