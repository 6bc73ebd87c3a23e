import { compareRuns } from '#tests/faults/commands/compare.ts'
import { crashPointsOf, strike } from '#tests/faults/crash-points.ts'
import { mixDeliveries } from '#tests/faults/mixed-deliveries.ts'
import { simulatedJourneys } from '#tests/simulation/journeys.ts'
import { compare } from './designs.ts'
import { soak } from './soak.ts'

/** A line of the battery's table. */
export interface Figure {
  readonly part: string
  readonly size: string
  readonly bar: string
  readonly figure: string
  readonly met: boolean
}

export type Progress = (line: string) => void
export type Part = (progress: Progress, scale: number) => Promise<readonly Figure[]>

const every = 200

/** R1: each fault at every call of every door. */
const crashes: Part = async (progress) => {
  const kinds = new Map<string, number>()
  let [points, visited, broken] = [0, 0, 0]
  for (const journey of simulatedJourneys)
    for (const crash of await crashPointsOf(journey)) {
      const result = await strike(crash)
      points += 1
      visited += Number(result.visited)
      kinds.set(crash.fault, (kinds.get(crash.fault) ?? 0) + 1)
      if (result.violations.length > 0) {
        broken += 1
        progress(`${crash.fault} at ${crash.point} while ${journey.name}: ${JSON.stringify(result.violations)}`)
      }
      if (points % every === 0) progress(`${points} crash points`)
    }
  const size = `${points} points, ${kinds.size} faults, ${simulatedJourneys.length} journeys`
  return [
    { part: 'R1 crash points visited', size, bar: 'all', figure: `${visited}`, met: visited === points },
    { part: 'R1 promises broken', size, bar: '0', figure: `${broken}`, met: broken === 0 },
  ]
}

const usualRuns = 5_000

/** R3: the product beside its reference, command by command. */
const model: Part = async (progress, scale) => {
  const numRuns = Math.ceil(usualRuns * scale)
  const failure = await compareRuns({ numRuns, seed: 20_261_122 }).then(
    () => undefined,
    (error: Error) => error.message,
  )
  if (failure !== undefined) progress(failure)
  const size = `${numRuns} runs of up to 60 commands`
  return [
    { part: 'R3 disagreements with the model', size, bar: '0', figure: failure ? '1 or more' : '0', met: !failure },
  ]
}

const usualSeeds = 2_000

/** R2: deliveries repeated, out of order, at once and days late. */
const deliveries: Part = async (progress, scale) => {
  const seeds = Math.ceil(usualSeeds * scale)
  let broken = 0
  for (let seed = 0; seed < seeds; seed += 1) {
    const violations = await mixDeliveries(seed)
    if (violations.length > 0) progress(`seed ${seed}: ${JSON.stringify(violations)}`)
    broken += Number(violations.length > 0)
    if (seed % every === 0) progress(`${seed} seeds`)
  }
  return [
    { part: 'R2 seeds that broke a promise', size: `${seeds} seeds`, bar: '0', figure: `${broken}`, met: broken === 0 },
  ]
}

const usualMessages = 100_000
const agents = 50
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** R4, R5: five teams under faults; and what other designs would have handed out to the same agents. */
const load: Part = async (progress, scale) => {
  const messages = Math.ceil(usualMessages * scale)
  const result = await soak({ seed: 20_261_122, messages, agents, faultShare: [0.01, 0.05], progress })
  for (const violation of result.violations.slice(0, 20)) progress(JSON.stringify(violation))
  const broken = (...promises: readonly string[]) =>
    result.violations.filter(({ promise }) => promises.includes(promise)).length
  const injected = [...result.injected.values()].reduce((sum, count) => sum + count, 0)
  const size = `${result.messages} messages, ${result.handoffs} handoffs, ${result.claims} claims, ${injected} faults in ${result.calls} calls`
  const line = (part: string, count: number): Figure => ({ part, size, bar: '0', figure: `${count}`, met: count === 0 })
  return [
    line('R5 lost', broken('lost', 'unanswered')),
    line('R5 unexpected', broken('unexpected', 'notice')),
    line('R5 duplicate effects, double claims', broken('duplicate')),
    line('R5 order', broken('order')),
    line('R5 assistant after a handoff', broken('assistant-after-handoff')),
    line('R5 stuck, books that disagree', broken('stuck', 'bookkeeping')),
    ...compare(result.arrivals, result.askings, 1).map(({ design, claims, notLongest }) => ({
      part: `not the longest: ${design}`,
      size: `${claims} claims`,
      bar: 'for comparison',
      figure: percent(notLongest / claims),
      met: true,
    })),
  ]
}

export const parts: Readonly<Record<string, Part>> = { load, model, crashes, deliveries }
