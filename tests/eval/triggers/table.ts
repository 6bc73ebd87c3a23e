import { bestF1, precisionRecall } from './curves.ts'
import { floors, heldTo } from './floors.ts'
import { macroF1, measure, type Share } from './measure.ts'
import { groupsOf, inDomain, inEnglish, type Placed } from './summary.ts'

const two = (value: number): string => value.toFixed(2)
const three = (value: number): string => value.toFixed(3)
const share = ({ value, low, high }: Share): string => `${three(value)} [${two(low)},${two(high)}]`
const columns = 'n    true  precision          recall             F1     false positives'

const row = (name: string, outcomes: readonly Placed[]): string => {
  const { n, positives, precision, recall, f1, falsePositiveRate } = measure(outcomes)
  const figures = [
    String(n).padStart(5),
    String(positives).padStart(5),
    ` ${share(precision)}`,
    ` ${share(recall)}`,
    ` ${three(f1)}`,
    ` ${share(falsePositiveRate)}`,
  ]
  return `  ${name.padEnd(30)}${figures.join(' ')}`
}

/** One trigger of one classifier, by domain, source and language. */
export const triggerTable = (trigger: string, who: string, outcomes: readonly Placed[]): string => {
  const macro = macroF1(Map.groupBy(outcomes, ({ source }) => source).values())
  return [
    `== ${trigger}, ${who}${macro === undefined ? '' : `: macro F1 over sources ${three(macro)}`}`,
    `  ${''.padEnd(30)} ${columns}`,
    ...groupsOf(outcomes).map((group) => row(group.name, group.outcomes)),
  ].join('\n')
}

/** The floors, met or not, one line a bound. */
export const floorTable = (byTrigger: ReadonlyMap<string, readonly Placed[]>): string =>
  floors
    .flatMap((floor) => {
      const counted = inDomain(byTrigger.get(floor.trigger) ?? [], floor.domain)
      if (counted.length === 0) return []
      const bounds = heldTo(floor, measure(inEnglish(counted)), measure(counted)).map(
        ({ what, value, bound, met }) => `${met ? '✓' : '✗'} ${what} ${three(value)} (${bound})`,
      )
      return [`  ${floor.trigger.padEnd(20)} ${floor.domain.padEnd(8)} ${bounds.join('   ')}`]
    })
    .join('\n')

/** Ours beside the other's, for what both were asked. */
export const comparisonTable = (
  ours: ReadonlyMap<string, readonly Placed[]>,
  theirs: ReadonlyMap<string, readonly Placed[]>,
  name: string,
): string => {
  const lines = floors.flatMap(({ trigger, domain }) => {
    const [own, other] = [inDomain(ours.get(trigger) ?? [], domain), inDomain(theirs.get(trigger) ?? [], domain)]
    if (own.length === 0) return []
    const says = (rows: readonly Placed[]): string => (rows.length === 0 ? 'has no means for it' : inShort(rows))
    return [`  ${trigger.padEnd(20)} ${domain.padEnd(8)} ${says(own)}   ${says(other)}`]
  })
  const heading = ['Baton', name].map((who) => who.padEnd(inShort([]).length)).join('   ')
  return [`  ${''.padEnd(30)}${heading}`, ...lines].join('\n')
}

const inShort = (rows: readonly Placed[]): string => {
  const { f1, recall, falsePositiveRate } = measure(rows)
  // What the best threshold would have done, known only afterwards: nobody loses by a badly chosen one.
  const best = three(bestF1(precisionRecall(rows)))
  return `F1 ${three(f1)} R ${three(recall.value)} FPR ${three(falsePositiveRate.value)} best F1 ${best}`
}
