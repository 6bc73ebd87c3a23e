import type { Asked } from './asked.ts'
import { type Figures, figuresOf } from './figures.ts'

export interface Row extends Figures {
  readonly of: string
}

const sorted = <T>(groups: Map<string, T>): readonly (readonly [string, T])[] =>
  [...groups].sort(([one], [other]) => (one < other ? -1 : 1))

const named = (of: string, asked: readonly Asked[]): Row => ({ of, ...figuresOf(asked) })

/** A row for the whole set, then one for each company and each language where there are several. */
export const rowsOf = (set: string, asked: readonly Asked[]): readonly Row[] => {
  const parts = (by: (one: Asked) => string): readonly Row[] => {
    const groups = Map.groupBy(asked, by)
    return groups.size < 2 ? [] : sorted(groups).map(([name, own]) => named(`  ${name}`, own))
  }
  return [named(set, asked), ...parts(({ company }) => company), ...parts(({ language }) => language)]
}

const three = (value: number): string => value.toFixed(3)

export const heads = ['asked', 'questions', 'answerable', 'recall@1', 'recall@5', 'calibration error', 'Brier']

/** Recall says nothing of questions that nothing answers. */
export const cellsOf = ({ of, questions, answerable, recallAt1, recallAt5, ...sure }: Row): readonly string[] => [
  of,
  String(questions),
  String(answerable),
  ...(answerable > 0 ? [three(recallAt1), three(recallAt5)] : ['–', '–']),
  three(sure.calibrationError),
  three(sure.brier),
]

/** In columns, for a terminal. */
export const tableText = (rows: readonly Row[]): string => {
  const cells = [heads, ...rows.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const padded = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return cells.map(padded).join('\n')
}
