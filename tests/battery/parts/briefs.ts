import { type BriefRun, playBriefs } from '#tests/faults/briefs/play-briefs.ts'
import { none, type Part, some } from '../figure.ts'

const usualSeeds = 200
const every = 25

/** What an agent inherits: nothing that was said is missing, and nothing is in it that was not said or fetched. */
export const briefs: Part = async (progress, scale) => {
  const runs: BriefRun[] = []
  for (let seed = 1; seed <= Math.ceil(usualSeeds * scale); seed += 1) {
    const run = await playBriefs(seed)
    runs.push(run)
    for (const fault of run.faults) progress(fault)
    if (seed % every === 0) progress(`${seed} seeds`)
  }
  const sum = (of: (run: BriefRun) => number) => runs.reduce((total, run) => total + of(run), 0)
  const size = `${sum(({ conversations }) => conversations)} conversations in 4 languages`
  return {
    figures: [
      some(
        'briefs given to agents',
        size,
        sum((run) => run.briefs),
      ),
      some(
        'of them begun with the model’s sentence',
        size,
        sum(({ byModel }) => byModel),
      ),
      none(
        'briefs that miss or invent something',
        size,
        sum(({ faults }) => faults.length),
      ),
    ],
  }
}
