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

const bounds = {
  'English, recall': 'English recall',
  'English, F1': 'English F1',
  'all languages, recall': 'recall',
  'all languages, F1': 'F1',
  'false-positive rate': 'false positives',
} as const
const boundWidth = 17

/** The floors, met or not: one line a trigger, the bound in brackets. */
export const floorTable = (byTrigger: ReadonlyMap<string, readonly Placed[]>): string => {
  const lines = floors.flatMap((floor) => {
    const counted = inDomain(byTrigger.get(floor.trigger) ?? [], floor.domain)
    if (counted.length === 0) return []
    const held = heldTo(floor, measure(inEnglish(counted)), measure(counted))
    const cells = Object.keys(bounds).map((name) => {
      const bound = held.find(({ what }) => what === name)
      return bound === undefined ? '–' : `${bound.met ? '✓' : '✗'} ${three(bound.value)} (${two(bound.bound)})`
    })
    return [floorLine(`  ${floor.trigger.padEnd(19)} ${floor.domain.padEnd(7)} `, cells)]
  })
  return [floorLine(''.padEnd(30), Object.values(bounds)), ...lines].join('\n')
}

const floorLine = (head: string, cells: readonly string[]): string =>
  `${head}${cells.map((cell) => cell.padEnd(boundWidth)).join('')}`.trimEnd()

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
