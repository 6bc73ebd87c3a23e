import { crashPointsOf, strike } from '#tests/faults/crash-points.ts'
import { simulatedJourneys } from '#tests/simulation/journeys.ts'
import { none, type Part } from '../figure.ts'

const every = 200
/** Open: a file of a turn that died before its commit, and what was on its way out, outlive an erasure (docs/privacy.md). */
const open: readonly string[] = ['forgotten']

/** R1: each fault at every call of every door. */
export const crashes: Part = async (progress, scale) => {
  const played = simulatedJourneys.filter(({ name }) => scale >= 1 || !open.includes(name))
  const kinds = new Map<string, number>()
  let [points, visited, broken, brokenOpen] = [0, 0, 0, 0]
  for (const journey of played)
    for (const crash of await crashPointsOf(journey)) {
      const result = await strike(crash)
      points += 1
      visited += Number(result.visited)
      kinds.set(crash.fault, (kinds.get(crash.fault) ?? 0) + 1)
      if (result.violations.length > 0) {
        if (open.includes(journey.name)) brokenOpen += 1
        else broken += 1
        progress(`${crash.fault} at ${crash.point} while ${journey.name}: ${JSON.stringify(result.violations)}`)
      }
      if (points % every === 0) progress(`${points} crash points`)
    }
  const size = `${points} points, ${kinds.size} faults, ${played.length} journeys`
  return {
    figures: [
      { part: 'R1 crash points visited', size, bar: 'all', figure: `${visited}`, met: visited === points },
      none('R1 promises broken', size, broken),
      ...(played.some(({ name }) => open.includes(name))
        ? [{ part: 'R1 promises broken around an erasure', size, bar: 'to compare', figure: `${brokenOpen}` }]
        : []),
    ],
  }
}
