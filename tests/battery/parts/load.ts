import { type Compared, compare } from '../designs.ts'
import { type Figure, none, type Part } from '../figure.ts'
import { faultsChart, orderChart, passedOverChart, totalsChart, waitsChart } from '../load-charts.ts'
import { type SoakResult, soak } from '../soak.ts'

const usualMessages = 100_000
const agents = 50
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const whole = (count: number): string => count.toLocaleString('en')

/** R5: five teams under faults; and what other designs would have handed out to the same agents. */
export const load: Part = async (progress, scale) => {
  const messages = Math.ceil(usualMessages * scale)
  const result = await soak({ seed: 20_261_122, messages, agents, faultShare: [0.01, 0.05], progress })
  for (const violation of result.violations.slice(0, 20)) progress(JSON.stringify(violation))
  const compared = compare(result.arrivals, result.askings, 1)
  return {
    figures: [...promises(result), ...order(result, compared)],
    charts: [
      orderChart(compared),
      passedOverChart(compared),
      totalsChart(compared),
      waitsChart(result),
      faultsChart(result),
    ],
  }
}

const promises = (result: SoakResult): readonly Figure[] => {
  const broken = (...kinds: readonly string[]) =>
    result.violations.filter(({ promise }) => kinds.includes(promise)).length
  const injected = [...result.injected.values()].reduce((sum, count) => sum + count, 0)
  const size = `${whole(result.messages)} messages, ${whole(result.handoffs)} handoffs, ${whole(injected)} faults in ${whole(result.calls)} calls`
  return [
    none('R5 lost', size, broken('lost', 'unanswered')),
    none('R5 unexpected', size, broken('unexpected', 'notice')),
    none('R5 duplicate effects, double claims', size, broken('duplicate')),
    none('R5 order of messages and of claims', size, broken('order')),
    none('R5 assistant after a handoff', size, broken('assistant-after-handoff')),
    none('R5 stuck, books that disagree', size, broken('stuck', 'bookkeeping')),
  ]
}

const order = ({ violations }: SoakResult, compared: readonly Compared[]): readonly Figure[] =>
  compared.map(({ design, claims, notLongest }, index) => {
    const part = `claims that passed over a longer one: ${design}`
    const size = `${whole(claims)} claims`
    if (index > 0)
      return {
        part,
        size,
        bar: 'to compare',
        figure: `${whole(notLongest)}, ${percent(notLongest / claims)}`,
      }
    const overtaken = violations.filter(({ what }) => what.includes(' claimed before ')).length
    return none(part, size, Math.max(notLongest, overtaken))
  })
