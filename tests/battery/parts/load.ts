import { compare } from '../designs.ts'
import { none, type Part } from '../figure.ts'
import { soak } from '../soak.ts'

const usualMessages = 100_000
const agents = 50
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** R5: five teams under faults; and what other designs would have handed out to the same agents. */
export const load: Part = async (progress, scale) => {
  const messages = Math.ceil(usualMessages * scale)
  const result = await soak({ seed: 20_261_122, messages, agents, faultShare: [0.01, 0.05], progress })
  for (const violation of result.violations.slice(0, 20)) progress(JSON.stringify(violation))
  const broken = (...promises: readonly string[]) =>
    result.violations.filter(({ promise }) => promises.includes(promise)).length
  const injected = [...result.injected.values()].reduce((sum, count) => sum + count, 0)
  const size = `${result.messages} messages, ${result.handoffs} handoffs, ${result.claims} claims, ${injected} faults in ${result.calls} calls`
  return [
    none('R5 lost', size, broken('lost', 'unanswered')),
    none('R5 unexpected', size, broken('unexpected', 'notice')),
    none('R5 duplicate effects, double claims', size, broken('duplicate')),
    none('R5 order', size, broken('order')),
    none('R5 assistant after a handoff', size, broken('assistant-after-handoff')),
    none('R5 stuck, books that disagree', size, broken('stuck', 'bookkeeping')),
    ...compare(result.arrivals, result.askings, 1).map(({ design, claims, notLongest }) => ({
      part: `not the longest: ${design}`,
      size: `${claims} claims`,
      bar: 'for comparison',
      figure: percent(notLongest / claims),
      met: true,
    })),
  ]
}
