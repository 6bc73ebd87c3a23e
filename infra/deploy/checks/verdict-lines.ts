import type { Verdict } from './verdict.ts'

const marks = { good: '✓', bad: '✗', open: '–' } as const
const colours = { good: 32, bad: 31, open: 33 } as const

const painted = (mark: Verdict['mark'], coloured: boolean): string =>
  coloured ? `\u001b[${colours[mark]}m${marks[mark]}\u001b[39m` : marks[mark]

/** A line for what was found, and one under it for what to do. */
export const verdictLines = (verdicts: readonly Verdict[], coloured: boolean): readonly string[] => {
  const width = Math.max(...verdicts.map(({ check }) => check.length))
  return verdicts.flatMap(({ check, mark, found, todo }) => [
    `${painted(mark, coloured)} ${check.padEnd(width)}  ${found}`,
    ...(todo ? [`${' '.repeat(width + 4)}→ ${todo}`] : []),
  ])
}

export const isBad = ({ mark }: Verdict): boolean => mark === 'bad'

export const summaryLine = (verdicts: readonly Verdict[]): string => {
  const count = (mark: Verdict['mark']) => verdicts.filter((verdict) => verdict.mark === mark).length
  return `${count('good')} good, ${count('bad')} to mend, ${count('open')} open`
}
