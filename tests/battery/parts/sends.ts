import { type ProviderRun, talkOverMoodyProvider } from '#tests/faults/provider-answers.ts'
import { none, type Part, some } from '../figure.ts'

const usualSeeds = 100
/** One alone may meet no limit. */
const fewestSeeds = 5
const every = 25

/** R7: a provider that limits, fails, refuses, hangs, and takes a message without saying so. */
export const sends: Part = async (progress, scale) => {
  const runs: ProviderRun[] = []
  const seeds = Math.max(fewestSeeds, Math.ceil(usualSeeds * scale))
  for (let seed = 0; seed < seeds; seed += 1) {
    const run = await talkOverMoodyProvider(seed)
    if (run.violations.length > 0) progress(`seed ${seed}: ${JSON.stringify(run.violations)}`)
    runs.push(run)
    if (seed % every === 0) progress(`${seed} providers`)
  }
  const sum = (count: (run: ProviderRun) => number) => runs.reduce((total, run) => total + count(run), 0)
  const size = `${sum((run) => run.sends)} sends, ${sum((run) => run.answers.get('limited') ?? 0)} limits, ${sum((run) => run.answers.get('lost') ?? 0)} answers lost, ${runs.length} seeds`
  return {
    figures: [
      some(
        'R7 limits met',
        size,
        sum(({ answers }) => answers.get('limited') ?? 0),
      ),
      some(
        'R7 permanent refusals met',
        size,
        sum(({ refused }) => refused),
      ),
      none(
        'R7 sends before Retry-After',
        size,
        sum(({ tooEarly }) => tooEarly),
      ),
      none(
        'R7 permanent refusals an agent did not see within 5 s',
        `${sum(({ refused }) => refused)} refusals`,
        sum(({ unheard }) => unheard),
      ),
      none('R7 seeds that broke a promise', size, runs.filter(({ violations }) => violations.length > 0).length),
    ],
  }
}
