import { compileEntries } from '#shared/knowledge/entries/compile-entries.ts'
import { entryJudge } from '#shared/knowledge/entries/entry-judge.ts'
import { asksNothing } from '#shared/triggers/asks-nothing.ts'
import { type AuthoredScope, authoredScopes } from './authored-scopes.ts'
import { areaUnderCurve, calibrationError, firingBelow, type Judged } from './reliability.ts'

/**
 * Measures the judge of entries on the authored companies in `scopes/`, none of which it learns anything from but the
 * entries: `node tests/eval/knowledge/measure-scopes.ts [name ...]`. Refusing counts as right for a question outside.
 */
const [, , ...names] = process.argv

const FLOOR = 0.5

interface Placed extends Judged {
  readonly place: string
  readonly entryIsRight: boolean
}

const judgedOf = ({ questions }: AuthoredScope, judge: ReturnType<typeof entryJudge>): readonly Placed[] =>
  questions.map(({ text, place, answeredBy }) => {
    const { confidence, entry } = judge(text)
    return {
      place,
      right: place === 'in',
      confidence: asksNothing(text) ? 1 : confidence,
      entryIsRight: answeredBy.includes(entry),
    }
  })

const two = (value: number): string => value.toFixed(2)

const rowOf = (name: string, judged: readonly Placed[]): Record<string, string> => {
  const inside = judged.filter(({ place }) => place === 'in')
  const against = (place: string) => areaUnderCurve(judged.filter((one) => one.place === place || one.place === 'in'))
  const { f1, recall, falseAlarms } = firingBelow(FLOOR, judged)
  return {
    company: name,
    area: two(areaUnderCurve(judged)),
    'area, near': two(against('near')),
    'area, far': two(against('far')),
    'right entry': two(inside.filter(({ entryIsRight }) => entryIsRight).length / inside.length),
    f1: two(f1),
    recall: two(recall),
    'false alarms': two(falseAlarms),
    'calibration error': two(calibrationError(judged)),
  }
}

const chosen = authoredScopes().filter(({ name }) => names.length === 0 || names.includes(name))
const all: Placed[] = []
const rows = chosen.map((scope) => {
  const begun = performance.now()
  const compiled = compileEntries(scope.entries)
  const learnt = performance.now()
  const judge = entryJudge(compiled)
  const opened = performance.now()
  const judged = judgedOf(scope, judge)
  const milliseconds = (performance.now() - opened) / judged.length
  all.push(...judged)
  return {
    ...rowOf(scope.name, judged),
    'learnt in s': two((learnt - begun) / 1000),
    'opened in ms': two(opened - learnt),
    'ms a question': two(milliseconds),
    KiB: String(Math.round(JSON.stringify(compiled).length / 1024)),
  }
})
console.table([...rows, rowOf('all', all)])
